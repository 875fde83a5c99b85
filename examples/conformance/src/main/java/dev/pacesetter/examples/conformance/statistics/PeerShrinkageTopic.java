package dev.pacesetter.examples.conformance.statistics;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableTable;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.conversion.BetaPrior;
import dev.pacesetter.metrics.conversion.GammaPrior;
import dev.pacesetter.metrics.conversion.Posterior;
import dev.pacesetter.metrics.conversion.PriorFit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Rates of peers drawn towards each other. */
final class PeerShrinkageTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .put("beta_binomial_moments", "pooledRate", in -> betaMoments(in).pooledRate())
          .put("beta_binomial_moments", "rho", in -> betaMoments(in).spread())
          .put("beta_binomial_moments", "alpha", in -> of(betaMoments(in), BetaPrior::alpha))
          .put("beta_binomial_moments", "beta", in -> of(betaMoments(in), BetaPrior::beta))
          .put("beta_binomial_moments", "status", in -> status(betaMoments(in)))
          .put("beta_binomial_mle", "alpha", in -> of(betaLikelihood(in), BetaPrior::alpha))
          .put("beta_binomial_mle", "beta", in -> of(betaLikelihood(in), BetaPrior::beta))
          .put("beta_binomial_mle", "logLikelihood", in -> betaLikelihood(in).logLikelihood())
          .put("beta_binomial_mle", "status", in -> status(betaLikelihood(in)))
          .put("beta_posterior", "posterior", in -> betaPosteriors(in))
          .put("gamma_poisson_moments", "pooledRate", in -> gammaMoments(in).pooledRate())
          .put("gamma_poisson_moments", "betweenVariance", in -> gammaMoments(in).spread())
          .put("gamma_poisson_moments", "shape", in -> of(gammaMoments(in), GammaPrior::shape))
          .put("gamma_poisson_moments", "rate", in -> of(gammaMoments(in), GammaPrior::rate))
          .put("gamma_poisson_moments", "status", in -> status(gammaMoments(in)))
          .put("gamma_poisson_mle", "shape", in -> of(gammaLikelihood(in), GammaPrior::shape))
          .put("gamma_poisson_mle", "rate", in -> of(gammaLikelihood(in), GammaPrior::rate))
          .put("gamma_poisson_mle", "status", in -> status(gammaLikelihood(in)))
          .put("gamma_posterior", "posterior", in -> gammaPosteriors(in))
          .build();

  private PeerShrinkageTopic() {}

  private static PriorFit<BetaPrior> betaMoments(Inputs in) {
    return BetaPrior.fitByMoments(in.wholes("successes"), in.wholes("trials"));
  }

  private static PriorFit<BetaPrior> betaLikelihood(Inputs in) {
    return BetaPrior.fitByLikelihood(in.wholes("successes"), in.wholes("trials"));
  }

  private static PriorFit<GammaPrior> gammaMoments(Inputs in) {
    return GammaPrior.fitByMoments(in.wholes("counts"), in.numbers("exposures"));
  }

  private static PriorFit<GammaPrior> gammaLikelihood(Inputs in) {
    return GammaPrior.fitByLikelihood(in.wholes("counts"), in.numbers("exposures"));
  }

  private static String status(PriorFit<?> fit) {
    return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, fit.outcome().name());
  }

  private static <P> OptionalDouble of(PriorFit<P> fit, ToDoubleFunction<P> parameter) {
    return fit.prior()
        .map(prior -> OptionalDouble.of(parameter.applyAsDouble(prior)))
        .orElse(OptionalDouble.empty());
  }

  private static Object betaPosteriors(Inputs in) {
    BetaPrior prior = new BetaPrior(in.number("alpha"), in.number("beta"));
    long[] successes = in.wholes("successes");
    long[] trials = in.wholes("trials");
    return each(
        trials.length,
        i -> {
          Posterior posterior = prior.posterior(successes[i], trials[i]);
          Map<String, Object> answer = answer(posterior, in.number("confidence"));
          answer.put("variance", posterior.variance());
          answer.put("shrinkage", posterior.shrinkage());
          return answer;
        });
  }

  private static Object gammaPosteriors(Inputs in) {
    GammaPrior prior = new GammaPrior(in.number("shape"), in.number("rate"));
    long[] counts = in.wholes("counts");
    double[] exposures = in.numbers("exposures");
    return each(
        counts.length,
        i -> answer(prior.posterior(counts[i], exposures[i]), in.number("confidence")));
  }

  private static Map<String, Object> answer(Posterior posterior, double confidence) {
    Interval interval = posterior.interval(confidence);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("mean", posterior.mean());
    answer.put("lower", interval.lower());
    answer.put("upper", interval.upper());
    return answer;
  }

  private static Object each(int size, Function<Integer, Object> answer) {
    return IntStream.range(0, size).boxed().map(answer).toArray();
  }
}
