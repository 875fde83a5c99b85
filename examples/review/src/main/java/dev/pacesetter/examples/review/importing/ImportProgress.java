package dev.pacesetter.examples.review.importing;

/** Is told how far an import has come. */
@FunctionalInterface
public interface ImportProgress {
  /** Nobody wants to know. */
  ImportProgress SILENT = (file, rows, bytes, totalBytes) -> {};

  /**
   * Is called now and then while rows are read, and at the end of each file.
   *
   * @param file the file being read
   * @param rows the rows read so far, of all files
   * @param bytes the bytes read so far, of all files; never less than before
   * @param totalBytes the bytes of all files
   */
  void reached(String file, long rows, long bytes, long totalBytes);
}
