package dev.pacesetter.examples.review.mapping;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.examples.review.yaml.YamlNode;
import dev.pacesetter.text.Text;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Turns YAML into a mapping and refuses what could only fail later. */
final class MappingReader {
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final ImmutableMap<String, Boolean> YES_OR_NO =
      ImmutableMap.of("true", true, "false", false);
  private static final ImmutableMap<String, Boolean> RECORDED =
      ImmutableMap.of("recorded", true, "not recorded", false);
  private static final ImmutableMap<String, Unlisted> UNLISTED =
      ImmutableMap.of("reject", Unlisted.REJECT, "add", Unlisted.ADD);
  private static final ImmutableMap<String, RowKind> KINDS =
      Maps.uniqueIndex(Arrays.asList(RowKind.values()), RowKind::key);

  private final YamlNode root;
  private final DatePattern dates;
  private final ImmutableMap<String, ImmutableMap<String, String>> aliases;
  private final ImmutableList<String> stages;
  private final Set<String> paths = new LinkedHashSet<>();
  private final Set<String> columnsRead = new LinkedHashSet<>();
  private final List<YamlNode> lookedUp = new ArrayList<>();
  private final Set<RowKind> brought = EnumSet.noneOf(RowKind.class);

  MappingReader(YamlNode root) {
    this.root =
        root.allowing(
            ImmutableList.of(
                "source",
                "title",
                "zone",
                "currency",
                "calendar",
                "exported-on",
                "dates",
                "stages",
                "open",
                "won",
                "lost",
                "losses",
                "unlisted",
                "aliases",
                "files"));
    dates = root.find("dates").map(MappingReader::pattern).orElse(DatePattern.ISO_DAY);
    stages = distinct(root, "stages");
    aliases = root.find("aliases").map(MappingReader::columnAliases).orElse(ImmutableMap.of());
  }

  ImportMapping mapping() {
    String source =
        root.get("source").as(MappingReader::source, Message.of("mapping.allowed.source"));
    boolean losses = root.find("losses").map(node -> oneOf(RECORDED, node)).orElse(true);
    ImmutableSet<String> won = ImmutableSet.copyOf(distinct(root, "won"));
    ImmutableSet<String> lost = ImmutableSet.copyOf(distinct(root, "lost"));
    ImmutableSet<String> open = ImmutableSet.copyOf(distinct(root, "open"));
    checkDisjoint(won, lost, open);
    if (!losses && !lost.isEmpty()) {
      throw root.get("lost").problem("mapping.lost-but-not-recorded", lost);
    }
    ImmutableList.Builder<SourceFile> files = ImmutableList.builder();
    for (YamlNode file : root.get("files").items()) {
      files.add(file(file));
    }
    ImmutableList<SourceFile> all = files.build();
    checkLookups();
    checkUsed(root, columnsRead);
    if (brought.contains(RowKind.OPPORTUNITY) && stages.isEmpty()) {
      throw root.problem("mapping.no-stages");
    }
    return new ImportMapping(
        source,
        root.find("title").map(YamlNode::wording).orElse(Text.of(source)),
        calendar(),
        root.get("currency").as(CurrencyUnit::of, Message.of("mapping.allowed.currency")),
        root.get("exported-on").as(LocalDate::parse, Message.of("mapping.allowed.day")),
        stages,
        open,
        won,
        lost,
        losses,
        root.find("unlisted").map(node -> oneOf(UNLISTED, node)).orElse(Unlisted.REJECT),
        all);
  }

  private FiscalCalendar calendar() {
    ZoneId zone = root.get("zone").as(ZoneId::of, Message.of("mapping.allowed.zone"));
    return CalendarReader.calendar(zone, root.find("calendar"));
  }

  private SourceFile file(YamlNode node) {
    node.allowing(ImmutableList.of("file", "optional", "format", "aliases", "rows"));
    YamlNode name = node.get("file");
    String path = name.as(MappingReader::insideFolder, Message.of("mapping.allowed.file"));
    if (!paths.add(path)) {
      throw name.problem("mapping.file-twice", path);
    }
    CsvFormat format = node.find("format").map(MappingReader::format).orElse(CsvFormat.STANDARD);
    ImmutableMap<String, ImmutableMap<String, String>> columnAliases =
        node.find("aliases").map(MappingReader::columnAliases).orElse(ImmutableMap.of());
    ImmutableList.Builder<RowMapping> rows = ImmutableList.builder();
    node.find("rows")
        .ifPresent(
            list -> list.itemOrItems().forEach(entry -> rows.add(rows(entry, columnAliases))));
    ImmutableList<RowMapping> become = rows.build();
    Set<String> columns = columnsOf(become);
    checkUsed(node, columns);
    columnsRead.addAll(columns);
    boolean optional = node.find("optional").map(flag -> oneOf(YES_OR_NO, flag)).orElse(false);
    return new SourceFile(path, format, optional, become);
  }

  private RowMapping rows(
      YamlNode node, ImmutableMap<String, ImmutableMap<String, String>> columnAliases) {
    node.allowing(KINDS.keySet());
    if (node.entries().size() != 1) {
      throw node.problem("mapping.one-kind", KINDS.keySet());
    }
    String key = node.entries().keySet().iterator().next();
    RowKind kind = KINDS.getOrDefault(key, RowKind.TEAM);
    YamlNode body = node.get(key);
    if (kind.needsOpportunity() && !brought.contains(RowKind.OPPORTUNITY)) {
      throw body.problem("mapping.opportunity-first", kind.key());
    }
    brought.add(kind);
    Set<String> allowed = Sets.newLinkedHashSet();
    kind.fields().forEach(field -> allowed.add(field.key()));
    if (kind.isMasterData()) {
      allowed.add("repeated");
    }
    if (kind == RowKind.OPPORTUNITY) {
      allowed.add("entered");
    }
    body.allowing(allowed);
    ImmutableMap.Builder<Field, ImmutableList<FieldMapping>> fields = ImmutableMap.builder();
    for (Field field : kind.fields()) {
      Optional<YamlNode> given = body.find(field.key());
      if (given.isEmpty() && kind.required().contains(field)) {
        throw body.problem("yaml.missing-key", kind.key(), field.key());
      }
      given.ifPresent(value -> fields.put(field, sources(value, columnAliases)));
    }
    ImmutableMap.Builder<String, ImmutableList<FieldMapping>> entered = ImmutableMap.builder();
    if (allowed.contains("entered")) {
      body.find("entered")
          .ifPresent(
              group ->
                  group
                      .allowing(stages)
                      .entries()
                      .forEach(
                          (stage, value) -> entered.put(stage, sources(value, columnAliases))));
    }
    boolean repeated =
        kind.isMasterData()
            && body.find("repeated").map(flag -> oneOf(YES_OR_NO, flag)).orElse(false);
    return new RowMapping(kind, fields.buildOrThrow(), entered.buildOrThrow(), repeated);
  }

  private ImmutableList<FieldMapping> sources(
      YamlNode node, ImmutableMap<String, ImmutableMap<String, String>> columnAliases) {
    ImmutableList.Builder<FieldMapping> sources = ImmutableList.builder();
    for (YamlNode item : node.itemOrItems()) {
      sources.add(source(item, columnAliases));
    }
    ImmutableList<FieldMapping> all = sources.build();
    if (all.isEmpty()) {
      throw node.problem("mapping.no-column");
    }
    return all;
  }

  private FieldMapping source(
      YamlNode node, ImmutableMap<String, ImmutableMap<String, String>> columnAliases) {
    if (!node.isGroup()) {
      return new FieldMapping(
          node.text(),
          null,
          "",
          ImmutableSet.of(),
          aliasesOf(node.text(), columnAliases),
          ImmutableList.of(),
          dates);
    }
    node.allowing(
        ImmutableList.of("column", "constant", "drop", "empty", "aliases", "lookup", "date"));
    @Nullable String column = node.find("column").map(YamlNode::text).orElse(null);
    @Nullable String constant = node.find("constant").map(YamlNode::text).orElse(null);
    if ((column == null) == (constant == null)) {
      throw node.problem("mapping.column-or-constant");
    }
    ImmutableList.Builder<Lookup> lookups = ImmutableList.builder();
    node.find("lookup")
        .ifPresent(list -> list.itemOrItems().forEach(item -> lookups.add(lookup(item))));
    ImmutableMap<String, String> own =
        node.find("aliases").map(YamlNode::textEntries).orElse(ImmutableMap.of());
    return new FieldMapping(
        column,
        constant,
        node.find("drop").map(YamlNode::text).orElse(""),
        node.find("empty").map(list -> ImmutableSet.copyOf(list.texts())).orElse(ImmutableSet.of()),
        column == null ? own : joined(aliasesOf(column, columnAliases), own),
        lookups.build(),
        node.find("date").map(MappingReader::pattern).orElse(dates));
  }

  private ImmutableMap<String, String> aliasesOf(
      String column, ImmutableMap<String, ImmutableMap<String, String>> columnAliases) {
    return joined(
        aliases.getOrDefault(column, ImmutableMap.of()),
        columnAliases.getOrDefault(column, ImmutableMap.of()));
  }

  private static ImmutableMap<String, String> joined(
      ImmutableMap<String, String> outer, ImmutableMap<String, String> inner) {
    return ImmutableMap.<String, String>builder().putAll(outer).putAll(inner).buildKeepingLast();
  }

  private static Set<String> columnsOf(ImmutableList<RowMapping> rows) {
    Set<String> columns = new LinkedHashSet<>();
    for (RowMapping mapping : rows) {
      for (ImmutableList<FieldMapping> sources :
          Iterables.concat(mapping.fields().values(), mapping.entered().values())) {
        for (FieldMapping source : sources) {
          if (source.column() != null) {
            columns.add(source.column());
          }
        }
      }
    }
    return columns;
  }

  private Lookup lookup(YamlNode node) {
    node.allowing(ImmutableList.of("in", "by", "take"));
    lookedUp.add(node.get("in"));
    return new Lookup(node.get("in").text(), node.get("by").text(), node.get("take").text());
  }

  private static CsvFormat format(YamlNode node) {
    node.allowing(
        ImmutableList.of(
            "separator", "columns", "row-end", "charset", "quote", "decimal", "grouping"));
    CsvFormat standard = CsvFormat.STANDARD;
    char decimal = node.find("decimal").map(MappingReader::character).orElse(standard.decimal());
    @Nullable Character quote =
        node.find("quote").map(YamlNode::text).orElse("").equals("none")
            ? null
            : node.find("quote").map(MappingReader::character).orElse('"');
    @Nullable Character grouping = node.find("grouping").map(MappingReader::character).orElse(null);
    if (grouping != null && grouping == decimal) {
      throw node.get("grouping").problem("mapping.grouping-is-decimal", decimal);
    }
    return new CsvFormat(
        node.find("separator")
            .map(
                value -> value.as(MappingReader::notEmpty, Message.of("mapping.allowed.separator")))
            .orElse(standard.separator()),
        node.find("columns").map(MappingReader::columns).orElse(standard.columns()),
        node.find("row-end").map(YamlNode::text).orElse(standard.rowEnd()),
        node.find("charset")
            .filter(value -> !value.text().equals("auto"))
            .map(
                value ->
                    value.as(
                        name -> Charset.forName(name).name(),
                        Message.of("mapping.allowed.charset")))
            .orElse(null),
        quote,
        decimal,
        grouping);
  }

  private static char character(YamlNode node) {
    return node.as(
        text -> {
          if (text.length() != 1) {
            throw new IllegalArgumentException(text);
          }
          return text.charAt(0);
        },
        Message.of("mapping.allowed.character"));
  }

  private static ImmutableList<String> columns(YamlNode node) {
    ImmutableList<String> columns = node.texts();
    if (columns.isEmpty() || ImmutableSet.copyOf(columns).size() < columns.size()) {
      throw node.problem("mapping.distinct", "columns", columns);
    }
    return columns;
  }

  private static ImmutableList<String> distinct(YamlNode root, String key) {
    Optional<YamlNode> node = root.find(key);
    if (node.isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList<String> texts = node.get().texts();
    if (ImmutableSet.copyOf(texts).size() < texts.size()
        || texts.stream().anyMatch(String::isBlank)) {
      throw node.get().problem("mapping.distinct", key, texts);
    }
    return texts;
  }

  private void checkDisjoint(Set<String> won, Set<String> lost, Set<String> open) {
    checkDisjoint("won", won, "lost", lost);
    checkDisjoint("won", won, "open", open);
    checkDisjoint("lost", lost, "open", open);
    checkDisjoint("won", won, "stages", ImmutableSet.copyOf(stages));
    checkDisjoint("lost", lost, "stages", ImmutableSet.copyOf(stages));
  }

  private void checkDisjoint(String name, Set<String> values, String other, Set<String> others) {
    Set<String> both = Sets.intersection(values, others);
    if (!both.isEmpty()) {
      throw root.get(name).problem("mapping.two-meanings", both, name, other);
    }
  }

  private void checkLookups() {
    for (YamlNode file : lookedUp) {
      if (!paths.contains(file.text())) {
        throw file.problem("mapping.lookup-file", file.text(), paths);
      }
    }
  }

  /** An alias for a column nobody reads is a spelling mistake that would go unnoticed. */
  private static void checkUsed(YamlNode node, Set<String> columns) {
    Optional<YamlNode> aliases = node.find("aliases");
    if (aliases.isPresent()) {
      for (String column : aliases.get().entries().keySet()) {
        if (!columns.contains(column)) {
          throw aliases.get().get(column).problem("mapping.alias-unused", column, columns);
        }
      }
    }
  }

  private static ImmutableMap<String, ImmutableMap<String, String>> columnAliases(YamlNode node) {
    ImmutableMap.Builder<String, ImmutableMap<String, String>> aliases = ImmutableMap.builder();
    node.entries().forEach((column, group) -> aliases.put(column, group.textEntries()));
    return aliases.buildOrThrow();
  }

  private static DatePattern pattern(YamlNode node) {
    return node.as(DatePattern::of, Message.of("mapping.allowed.date"));
  }

  static <T> T oneOf(ImmutableMap<String, T> allowed, YamlNode node) {
    return node.as(
        text -> {
          @Nullable T value = allowed.get(text);
          if (value == null) {
            throw new IllegalArgumentException(text);
          }
          return value;
        },
        allowed.keySet());
  }

  private static String source(String text) {
    if (!SOURCE.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static String notEmpty(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static String insideFolder(String text) {
    Path path = Path.of(text);
    if (text.isBlank() || path.isAbsolute() || path.normalize().startsWith("..")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
