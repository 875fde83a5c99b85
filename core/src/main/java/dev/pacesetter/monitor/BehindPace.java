package dev.pacesetter.monitor;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.Locale;

/** A team, a person or a product is behind its pace; far behind, it fails. */
final class BehindPace extends PaceRule {
  private static final String SEVERE = "severe";

  private final Dimension dimension;

  BehindPace(Dimension dimension) {
    super(
        id(dimension),
        ImmutableList.<Parameter>builder()
            .addAll(COMMON)
            .add(new Parameter(SEVERE, 0.8, 0, 1))
            .build());
    this.dimension = dimension;
  }

  static String id(Dimension dimension) {
    return "monitor." + dimension.name().toLowerCase(Locale.ROOT) + ".behind";
  }

  @Override
  public Finding evaluate(Watched part, Settings settings) {
    Hurdle hurdle = hurdle(part, dimension, settings);
    if (hurdle.isPresent()) {
      return finding(part, hurdle.verdict(), hurdle.reason(), settings);
    }
    boolean isFar = part.pace().pace().orElseThrow() < settings.get(SEVERE);
    String reason = part.pace().progress().remaining() > 0 ? "behind" : "missed";
    return finding(part, isFar ? Verdict.FAIL : Verdict.WARN, reason, settings);
  }
}
