package dev.quire.ooxml.patch;

/// Is told where the rows of a worksheet part come to lie while it is written.
interface RowWatch {
  /// Does not care.
  RowWatch NOBODY =
      new RowWatch() {
        @Override
        public void begin(long written) {}

        @Override
        public void row(int row, long offset, long written) {}

        @Override
        public void newRow(int row, long written) {}

        @Override
        public void end(long written) {}
      };

  /// The rows begin.
  ///
  /// @param written where in the new part
  void begin(long written);

  /// A row that was there begins.
  ///
  /// @param offset where in the part that is read
  /// @param written where in the new part
  void row(int row, long offset, long written);

  /// A new row begins.
  ///
  /// @param written where in the new part
  void newRow(int row, long written);

  /// The rows end.
  ///
  /// @param written where in the new part
  void end(long written);
}
