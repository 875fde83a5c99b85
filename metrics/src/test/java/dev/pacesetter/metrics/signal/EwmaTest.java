package dev.pacesetter.metrics.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.metrics.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EwmaTest {
  static List<Golden> charts() {
    return Golden.of("control_charts", "ewma");
  }

  @ParameterizedTest
  @MethodSource("charts")
  void agreesWithTheGoldenValues(Golden golden) {
    double[] x = Golden.doubles(golden.in("x"));
    Ewma ewma =
        Ewma.around(golden.in("target").asDouble(), golden.in("sigma").asDouble())
            .withWeight(golden.in("lambda").asDouble())
            .withWidth(golden.in("L").asDouble());
    double[] z = new double[x.length];
    double[] lower = new double[x.length];
    double[] upper = new double[x.length];
    boolean[] signals = new boolean[x.length];

    for (int i = 0; i < x.length; i++) {
      signals[i] = ewma.add(x[i]);
      z[i] = ewma.level();
      lower[i] = ewma.limits().lower();
      upper[i] = ewma.limits().upper();
    }

    golden.assertClose("z", z, golden.out("z"));
    golden.assertClose("lower", lower, golden.out("lower"));
    golden.assertClose("upper", upper, golden.out("upper"));
    assertThat(Points.where(x.length, i -> signals[i]))
        .isEqualTo(Indexes.of(golden.out("signals")));
  }

  @Test
  void startsAtTheTarget() {
    Ewma ewma = Ewma.around(7, 2);

    assertThat(ewma.level()).isEqualTo(7);
    assertThat(ewma.signals()).isFalse();
    assertThat(ewma.limits()).isEqualTo(new ControlLimits(7, 0, 7, 7));
    assertThat(ewma.n()).isZero();
  }

  @Test
  void weighsOnlyTheLatestWhereItsWeightIsOne() {
    Ewma ewma = Ewma.around(0, 1).withWeight(1).withWidth(3);

    assertThat(ewma.add(2.9)).isFalse();
    assertThat(ewma.add(-3.1)).isTrue();
    assertThat(ewma.level()).isEqualTo(-3.1);
    assertThat(ewma.n()).isEqualTo(2);
  }

  @Test
  void refusesWhatIsOutOfRange() {
    assertThatIllegalArgumentException().isThrownBy(() -> Ewma.around(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Ewma.around(Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Ewma.around(0, 1).withWeight(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Ewma.around(0, 1).withWeight(1.01));
    assertThatIllegalArgumentException().isThrownBy(() -> Ewma.around(0, 1).withWidth(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ewma.around(0, 1).add(Double.POSITIVE_INFINITY))
        .withMessageContaining("observation 0 is Infinity");
  }
}
