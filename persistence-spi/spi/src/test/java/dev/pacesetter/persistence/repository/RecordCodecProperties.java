package dev.pacesetter.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.persistence.Fields;
import dev.pacesetter.persistence.repository.Zoo.All;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecordCodecProperties {

  private static final RecordCodec<All> CODEC = RecordCodec.of(All.class);

  @Provide
  Arbitrary<All> zoos() {
    return ZooArbitraries.all();
  }

  @Property(tries = 400)
  void whatIsReadEqualsWhatWasWrittenAndIsWrittenAlike(@ForAll("zoos") All zoo) {
    Fields written = CODEC.write(zoo);

    All read = CODEC.read(written);

    assertThat(read).isEqualTo(zoo);
    assertThat(CODEC.write(read)).isEqualTo(written);
  }
}
