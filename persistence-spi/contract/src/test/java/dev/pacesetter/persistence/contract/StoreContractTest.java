package dev.pacesetter.persistence.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.contract.BrokenStore.Mistake;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The contract notices what a backend may get wrong. */
class StoreContractTest {

  private static final String MISTAKE = "mistake";

  /** Not found by the build, as it is no top-level class: only the tests below run it. */
  static final class OfABrokenStore extends StoreContract {
    @Override
    protected Store open() {
      return new BrokenStore(Mistake.valueOf(requireNonNull(System.getProperty(MISTAKE))));
    }

    @Override
    protected boolean isDurable() {
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource(Mistake.class)
  void notices(Mistake mistake) {
    System.setProperty(MISTAKE, mistake.name());
    try {
      List<String> failed =
          EngineTestKit.engine("junit-jupiter")
              .selectors(selectClass(OfABrokenStore.class))
              .execute()
              .testEvents()
              .failed()
              .stream()
              .map(Event::getTestDescriptor)
              .map(test -> test.getLegacyReportingName().replace("()", ""))
              .toList();

      assertThat(failed).contains(mistake.noticedBy);
    } finally {
      System.clearProperty(MISTAKE);
    }
  }
}
