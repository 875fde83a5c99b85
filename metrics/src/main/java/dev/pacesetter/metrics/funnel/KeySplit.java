package dev.pacesetter.metrics.funnel;

/** Parts the rows of a subject by a key, in the order in which the keys first appear. */
final class KeySplit {
  private final Rows part = new Rows();
  private long[] keys = new long[64];
  private boolean[] taken = new boolean[64];
  private Rows rows = new Rows();
  private int next;

  void begin(Rows rows, KeyReader reader) {
    this.rows = rows;
    if (keys.length < rows.size) {
      keys = new long[2 * rows.size];
      taken = new boolean[2 * rows.size];
    }
    for (int i = 0; i < rows.size; i++) {
      keys[i] = reader.completeKey(rows.rows[i]);
      taken[i] = keys[i] == KeyReader.INCOMPLETE;
    }
    next = 0;
    seek();
  }

  private void seek() {
    while (next < rows.size && taken[next]) {
      next++;
    }
  }

  boolean hasNext() {
    return next < rows.size;
  }

  /** The key of the part that comes next. */
  long key() {
    return keys[next];
  }

  Rows next() {
    part.clear();
    long key = keys[next];
    for (int i = next; i < rows.size; i++) {
      if (!taken[i] && keys[i] == key) {
        taken[i] = true;
        part.add(rows.times[i], rows.sequences[i], rows.bits[i], rows.rows[i]);
      }
    }
    seek();
    return part;
  }
}
