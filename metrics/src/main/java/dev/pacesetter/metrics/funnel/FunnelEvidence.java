package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkElementIndex;

import com.google.common.primitives.ImmutableIntArray;
import dev.pacesetter.metrics.event.EventTable;
import java.util.OptionalInt;

/**
 * Which rows made the chains that a funnel counts, in the order of the subjects.
 *
 * <p>Of the chains of a subject that are as deep, got there as early and entered as late as the
 * best ({@link Entry}), the one counts whose rows come first. {@code lead@0 meeting@1 meeting@5
 * won@6} goes through {@code lead > meeting > won} by the meeting on day 1: when a step was reached
 * does not change as later ones are, and the time to it is the shortest there is.
 *
 * <p>Precisely, from the last row back: before every step comes the highest step that can, so that
 * as few optional ones as possible are passed over, and of its rows the earliest that can; but the
 * latest where a step that may come next has a window of its own, which starts at this row ({@link
 * Step#within}), or where {@link Repeats#BREAK} lets no other stand. With a day from meeting to
 * won, it is the meeting on day 5. "Can" means that everything before it keeps the rules of the
 * funnel and the chain enters as late. Without optional steps and such windows that is the earliest
 * row at every step, from the first on.
 *
 * <p>In any order the steps have the earliest rows that serve as many of them. Where rows of one
 * instant may be taken in any order, {@link InstantOrder#BY_STEP}, none of them is earlier.
 */
public final class FunnelEvidence {
  private final FunnelDefinition definition;
  private final EventTable table;
  private final ImmutableIntArray subjects;
  private final ImmutableIntArray depths;
  private final ImmutableIntArray rows;

  private FunnelEvidence(Collector collector) {
    definition = collector.funnel.definition;
    table = collector.table;
    subjects = collector.subjects.build();
    depths = collector.depths.build();
    rows = collector.rows.build();
  }

  /**
   * Returns the number of chains.
   *
   * @return the count
   */
  public int size() {
    return subjects.length();
  }

  /**
   * Returns whose chain it is.
   *
   * @param chain the chain, from 0
   * @return the subject in the table
   */
  public int subject(int chain) {
    return subjects.get(chain);
  }

  /**
   * Returns the name of the last step reached.
   *
   * @param chain the chain, from 0
   * @return the name; in any order the step at the position that was reached
   */
  public String lastStep(int chain) {
    return definition.steps().get(depths.get(chain)).name();
  }

  /**
   * Returns how many steps were reached or, if optional, passed.
   *
   * @param chain the chain, from 0
   * @return the number, at least 1
   */
  public int level(int chain) {
    return depths.get(chain) + 1;
  }

  /**
   * Returns the row that served a step.
   *
   * @param chain the chain, from 0
   * @param step the step, from 0; in any order the position in time
   * @return the row in the table; empty where the step was not reached or skipped
   */
  public OptionalInt row(int chain, int step) {
    int steps = definition.steps().size();
    checkElementIndex(step, steps, "step");
    int row = rows.get(chain * steps + step);
    return row == Chain.SKIPPED ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /**
   * Returns the table the rows are of.
   *
   * @return the table
   */
  public EventTable table() {
    return table;
  }

  /** Takes the chains as they come. */
  static final class Collector implements ChainSink {
    private final CompiledFunnel funnel;
    private final EventTable table;
    private final ImmutableIntArray.Builder subjects = ImmutableIntArray.builder();
    private final ImmutableIntArray.Builder depths = ImmutableIntArray.builder();
    private final ImmutableIntArray.Builder rows = ImmutableIntArray.builder();
    private int subject;

    Collector(CompiledFunnel funnel, EventTable table) {
      this.funnel = funnel;
      this.table = table;
    }

    void begin(int subject) {
      this.subject = subject;
    }

    @Override
    public void accept(Chain chain) {
      subjects.add(subject);
      depths.add(chain.depth);
      for (int row : chain.rows) {
        rows.add(row);
      }
    }

    @Override
    public void discard() {
      // no chain of it counts
    }

    FunnelEvidence toEvidence() {
      return new FunnelEvidence(this);
    }
  }
}
