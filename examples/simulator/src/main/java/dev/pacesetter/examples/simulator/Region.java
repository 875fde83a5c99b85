package dev.pacesetter.examples.simulator;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;

/** Where a team sells. */
enum Region {
  WEST(
      "EMEA West",
      new Country("FR", "SAS"),
      new Country("GB", "Ltd"),
      new Country("ES", "S.L."),
      new Country("NL", "B.V.")),
  CENTRAL(
      "EMEA Central",
      new Country("DE", "GmbH"),
      new Country("AT", "GmbH"),
      new Country("SE", "AB"),
      new Country("CZ", "s.r.o.")),
  ASIA_PACIFIC(
      "Asia-Pacific",
      new Country("CN", "有限公司"),
      new Country("JP", "K.K."),
      new Country("SG", "Pte Ltd"),
      new Country("AU", "Pty Ltd"));

  static final ImmutableList<Region> ALL = ImmutableList.copyOf(values());

  private final String label;
  private final ImmutableList<Country> countries;

  Region(String label, Country... countries) {
    this.label = label;
    this.countries = ImmutableList.copyOf(countries);
  }

  @Immutable
  record Country(String code, String legalForm) {}

  /** Regions take turns among the teams. */
  static Region ofTeam(int team) {
    return ALL.get(team % ALL.size());
  }

  String label() {
    return label;
  }

  ImmutableList<Country> countries() {
    return countries;
  }
}
