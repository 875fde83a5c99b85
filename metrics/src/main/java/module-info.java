/** Numbers over columns of sales events; knows no goal, no plan and no rule. Useful alone. */
module dev.pacesetter.metrics {
  requires transitive com.google.common;
  requires org.slf4j;
  requires transitive org.jspecify;
  requires org.apache.commons.statistics.distribution;
  requires org.apache.commons.statistics.inference;
  requires org.apache.commons.statistics.interval;
  requires org.apache.commons.statistics.descriptive;
  requires org.apache.commons.numbers.gamma;
  requires org.apache.commons.numbers.rootfinder;
  requires static org.immutables.value.annotations;

  exports dev.pacesetter.metrics;
  exports dev.pacesetter.metrics.compare;
  exports dev.pacesetter.metrics.conversion;
  exports dev.pacesetter.metrics.event;
  exports dev.pacesetter.metrics.funnel;
  exports dev.pacesetter.metrics.gap;
  exports dev.pacesetter.metrics.pipeline;
  exports dev.pacesetter.metrics.satisfaction;
  exports dev.pacesetter.metrics.signal;
}
