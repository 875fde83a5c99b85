/** The sales loop: goals, plans, journal, monitoring, review and feedback as plain values. */
module dev.pacesetter.core {
  requires transitive dev.pacesetter.metrics;
  requires transitive com.google.common;
  requires transitive org.joda.money;
  requires transitive org.jspecify;
  requires org.slf4j;
  requires org.apache.commons.numbers.fraction;
  requires org.apache.commons.statistics.distribution;
  requires org.apache.commons.statistics.inference;
  requires org.snakeyaml.engine;
  requires static org.immutables.value.annotations;

  exports dev.pacesetter;
  exports dev.pacesetter.division;
  exports dev.pacesetter.calendar;
  exports dev.pacesetter.organization;
  exports dev.pacesetter.journal;
  exports dev.pacesetter.kpi;
  exports dev.pacesetter.rule;
  exports dev.pacesetter.goal;
  exports dev.pacesetter.review;
  exports dev.pacesetter.feedback;
  exports dev.pacesetter.text;
  exports dev.pacesetter.plan;
  exports dev.pacesetter.plan.capacity;
  exports dev.pacesetter.plan.need;
  exports dev.pacesetter.plan.resource;
  exports dev.pacesetter.plan.check;
  exports dev.pacesetter.plan.initiative;
  exports dev.pacesetter.plan.task;
  exports dev.pacesetter.monitor;
}
