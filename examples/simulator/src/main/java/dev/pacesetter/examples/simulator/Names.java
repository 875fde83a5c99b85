package dev.pacesetter.examples.simulator;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names as they come: with accents, apostrophes, commas, quotes, and in Chinese. */
final class Names {
  /** Enough for the sample; larger teams continue with given and family names. */
  private static final ImmutableList<String> PEOPLE =
      ImmutableList.of(
          "王芳",
          "Siobhán O'Neill",
          "José Muñoz",
          "Anaïs Lefèvre",
          "Łukasz Wójcik",
          "Priya Raghavan",
          "Jürgen Groß",
          "李伟",
          "Maja Sørensen",
          "Kwame Mensah",
          "Chiara D'Angelo",
          "Nguyễn Thị Mai");

  private static final ImmutableList<String> GIVEN =
      ImmutableList.of(
          "Zoë",
          "Björn",
          "Fatima",
          "Mateo",
          "Ingrid",
          "Tomáš",
          "Aoife",
          "Hiroshi",
          "Renée",
          "Oluwaseun",
          "Élodie",
          "Stefan",
          "Noor",
          "André",
          "Katarzyna",
          "Leïla",
          "Henrik",
          "Yuki",
          "Paweł",
          "Sofía",
          "Emre",
          "Marta",
          "Gergő",
          "Amélie",
          "Rohan",
          "Saoirse",
          "Jiří",
          "Lena",
          "Tariq",
          "Ebba");

  private static final ImmutableList<String> FAMILY =
      ImmutableList.of(
          "Dubois",
          "Müller",
          "O'Brien",
          "García",
          "Nowak",
          "Åberg",
          "Tanaka",
          "Okafor",
          "Novák",
          "De Vries",
          "Rossi",
          "Hernández",
          "Lindqvist",
          "Kowalska",
          "Petit",
          "Çelik",
          "Bauer",
          "Sato",
          "Iyer",
          "Jansen",
          "Fernandes",
          "Nagy",
          "Murphy",
          "Haddad",
          "Weiß",
          "Moreau",
          "Gonçalves",
          "Horváth",
          "Larsen",
          "Chaudhry");

  /** The first companies of each region are the awkward ones. */
  private static final ImmutableMap<Region, ImmutableList<NamedIn>> COMPANIES =
      ImmutableMap.of(
          Region.WEST,
          ImmutableList.of(
              new NamedIn("Hôtel \"Les Pins\" SARL", "FR"),
              new NamedIn("Smith, Jones & Co", "GB"),
              new NamedIn("O'Hara Logistics Ltd", "IE"),
              new NamedIn("Panadería Ibáñez, S.L.", "ES")),
          Region.CENTRAL,
          ImmutableList.of(
              new NamedIn("Meyer, Schulz & Partner", "DE"),
              new NamedIn("Åkesson Maskin AB", "SE"),
              new NamedIn("Żuraw i Synowie Sp. z o.o.", "PL"),
              new NamedIn("Käserei Gähwiler GmbH", "CH")),
          Region.ASIA_PACIFIC,
          ImmutableList.of(
              new NamedIn("上海晨光科技有限公司", "CN"),
              new NamedIn("株式会社みどり商事", "JP"),
              new NamedIn("Tan, Lim & Partners Pte Ltd", "SG"),
              new NamedIn("Kookaburra Foods Pty Ltd", "AU")));

  private static final ImmutableList<String> FIRST_WORDS =
      ImmutableList.of(
          "Nord", "Alta", "Vega", "Clair", "Iris", "Kron", "Delta", "Ferro", "Luma", "Brise",
          "Argo", "Solis", "Terra", "Mira", "Hexa", "Rivage", "Stella", "Polar", "Cobalt", "Juno");

  private static final ImmutableList<String> SECOND_WORDS =
      ImmutableList.of(
          "Logistics",
          "Foods",
          "Medical",
          "Textiles",
          "Energy",
          "Packaging",
          "Optics",
          "Marine",
          "Robotics",
          "Pharma",
          "Print",
          "Automotive");

  private static final ImmutableList<String> CHINESE_CITIES =
      ImmutableList.of("北京", "上海", "深圳", "杭州", "成都", "苏州", "武汉", "青岛");

  private static final ImmutableList<String> CHINESE_WORDS =
      ImmutableList.of("远景", "华兴", "天成", "博瑞", "云帆", "金桥", "瑞丰", "明达");

  private static final ImmutableList<String> CHINESE_TRADES =
      ImmutableList.of("贸易", "物流", "机械", "食品");

  private Names() {}

  private record NamedIn(String name, String country) {}

  /** Returns as many different names, in an order that depends on the chance. */
  static List<String> people(int count, Chance chance) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(i < PEOPLE.size() ? PEOPLE.get(i) : further(i - PEOPLE.size()));
    }
    for (int i = names.size() - 1; i > 0; i--) {
      int j = chance.below(i + 1);
      String name = names.get(i);
      names.set(i, names.get(j));
      names.set(j, name);
    }
    return names;
  }

  /** Walks the pairs diagonally, so that neighbours differ in both names. */
  private static String further(int index) {
    int round = index / GIVEN.size();
    String given = GIVEN.get(index % GIVEN.size());
    String family = FAMILY.get((index + round) % FAMILY.size());
    int again = round / FAMILY.size();
    String initial = again == 0 ? "" : (char) ('A' + again - 1) + ". ";
    return given + " " + initial + family;
  }

  /** Returns the customers of one region, with names that differ from one another. */
  static List<Customer> customers(Region region, int count, int firstNumber, Chance chance) {
    ImmutableList<NamedIn> first = requireNonNull(COMPANIES.get(region));
    Set<String> taken = new HashSet<>();
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      NamedIn company = i < first.size() ? first.get(i) : invented(region, chance);
      String name = company.name();
      for (int copy = 2; !taken.add(name); copy++) {
        name = company.name() + " " + copy;
      }
      customers.add(
          new Customer(
              Ids.padded('C', firstNumber + i, 4), name, Market.segmentOf(i), company.country()));
    }
    return customers;
  }

  private static NamedIn invented(Region region, Chance chance) {
    Region.Country country = region.countries().get(chance.below(region.countries().size()));
    if (country.code().equals("CN")) {
      return new NamedIn(
          of(CHINESE_CITIES, chance)
              + of(CHINESE_WORDS, chance)
              + of(CHINESE_TRADES, chance)
              + country.legalForm(),
          country.code());
    }
    return new NamedIn(
        of(FIRST_WORDS, chance) + " " + of(SECOND_WORDS, chance) + " " + country.legalForm(),
        country.code());
  }

  private static String of(ImmutableList<String> words, Chance chance) {
    return words.get(chance.below(words.size()));
  }
}
