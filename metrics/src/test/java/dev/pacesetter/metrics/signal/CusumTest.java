package dev.pacesetter.metrics.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.metrics.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CusumTest {
  static List<Golden> charts() {
    return Golden.of("control_charts", "cusum");
  }

  @ParameterizedTest
  @MethodSource("charts")
  void agreesWithTheGoldenValues(Golden golden) {
    double[] x = Golden.doubles(golden.in("x"));
    Cusum cusum =
        Cusum.around(golden.in("target").asDouble(), golden.in("sigma").asDouble())
            .withSlack(golden.in("k").asDouble())
            .withDecision(golden.in("h").asDouble())
            .withHeadStart(golden.in("headStart").asDouble());
    double[] upper = new double[x.length];
    double[] lower = new double[x.length];
    boolean[] up = new boolean[x.length];
    boolean[] down = new boolean[x.length];

    for (int i = 0; i < x.length; i++) {
      boolean signal = cusum.add(x[i]);
      upper[i] = cusum.upper();
      lower[i] = cusum.lower();
      up[i] = cusum.signalsUp();
      down[i] = cusum.signalsDown();
      assertThat(signal).isEqualTo(up[i] || down[i]);
    }

    golden.assertClose("decisionLimit", cusum.decisionLimit(), golden.out("decisionLimit"));
    golden.assertClose("upper", upper, golden.out("upper"));
    golden.assertClose("lower", lower, golden.out("lower"));
    assertThat(Points.where(x.length, i -> up[i]))
        .isEqualTo(Indexes.of(golden.out("signalsUpper")));
    assertThat(Points.where(x.length, i -> down[i]))
        .isEqualTo(Indexes.of(golden.out("signalsLower")));
  }

  @Test
  void saysSinceWhenTheLevelIsOff() {
    Cusum cusum = Cusum.around(0, 1);
    for (double x : new double[] {1, -3, 2, 2, 2, 2}) {
      cusum.add(x);
    }

    assertThat(cusum.upper()).isEqualTo(6); // four times 2 - 0.5
    assertThat(cusum.signalsUp()).isTrue();
    assertThat(cusum.upperRun()).isEqualTo(4);
    assertThat(cusum.lowerRun()).isZero();
    assertThat(cusum.n()).isEqualTo(6);
  }

  @Test
  void anotherSettingStartsAfresh() {
    Cusum cusum = Cusum.around(0, 1);
    cusum.add(3);

    assertThat(cusum.withSlack(1).n()).isZero();
    assertThat(cusum.withSlack(1).upper()).isZero();
    assertThat(cusum.withHeadStart(0.5).lower()).isEqualTo(2.5);
  }

  @Test
  void refusesWhatIsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cusum.around(0, 0))
        .withMessageContaining("sigma 0.0");
    assertThatIllegalArgumentException().isThrownBy(() -> Cusum.around(0, 1).withSlack(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Cusum.around(0, 1).withDecision(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Cusum.around(0, 1).withHeadStart(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cusum.around(0, 1).add(Double.NaN))
        .withMessageContaining("observation 0 is NaN");
    Cusum full = Cusum.around(0, 1);
    full.add(Double.MAX_VALUE);
    assertThatIllegalArgumentException().isThrownBy(() -> full.add(Double.MAX_VALUE));
    assertThat(full.n()).as("a refused observation leaves no trace").isEqualTo(1);
  }
}
