package dev.pacesetter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.persistence.memory.MemoryStoreProvider;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoresTest {

  @Test
  void openTheMemoryStoreWithoutFurtherDependencies() {
    try (Store store = Stores.open("memory:")) {
      assertThat(store.journal(Workspace.of("acme")).lastPosition()).isZero();
    }
  }

  @Test
  void openANewMemoryStoreEachTime() {
    Workspace acme = Workspace.of("acme");
    try (Store one = Stores.open("memory:");
        Store other = Stores.open("memory:")) {
      one.journal(acme)
          .append(List.of(new EventRecord("e1", Instant.EPOCH, "won", Fields.empty())));

      assertThat(one.journal(acme).lastPosition()).isEqualTo(1);
      assertThat(other.journal(acme).lastPosition()).isZero();
    }
  }

  @Test
  void listWhatIsSupportedWhenAUrlIsNot() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Stores.open("redis://localhost"))
        .withMessage(
            "No store is known for \"redis://localhost\"; supported is exactly one of: memory:");
  }

  @Test
  void refuseToChooseBetweenTwoProviders() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Stores.open(
                    "memory:", List.of(new MemoryStoreProvider(), new MemoryStoreProvider())))
        .withMessageContaining("MemoryStoreProvider both answer for \"memory:\"");
  }

  @Test
  void showNoPassword() {
    assertThat(Stores.withoutSecrets("jdbc:postgresql://ana:hush@db/sales?password=hush"))
        .isEqualTo("jdbc:postgresql://…@db/sales");
    assertThat(Stores.withoutSecrets("jdbc:h2:file:./sales;PASSWORD=hush"))
        .isEqualTo("jdbc:h2:file:./sales");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Stores.open("redis://ana:hush@db"))
        .withMessageNotContaining("hush");
  }
}
