package dev.pacesetter.metrics.funnel;

/** Takes the chains of a unit before and after a change. */
final class ChangeSink implements ChainSink {
  private final ChainSink sink;
  private final Turn turn;

  ChangeSink(ChainSink sink, Turn turn) {
    this.sink = sink;
    this.turn = turn;
  }

  /** Is told which chain comes next. */
  interface Turn {
    /** What comes next was. */
    void takeBack();

    /** What comes next is. */
    void add();
  }

  void before() {
    turn.takeBack();
  }

  void after() {
    turn.add();
  }

  @Override
  public void accept(Chain chain) {
    sink.accept(chain);
  }

  @Override
  public void discard() {
    sink.discard();
  }
}
