package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.examples.review.mapping.Field;
import dev.pacesetter.examples.review.mapping.ImportMapping;
import dev.pacesetter.examples.review.mapping.RowKind;
import dev.pacesetter.examples.review.mapping.RowMapping;
import dev.pacesetter.examples.review.mapping.SourceFile;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.journal.SalesEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the files of an export, one after the other, and makes an import of them. */
final class Importer {
  private static final int ROWS_BETWEEN_REPORTS = 1000;

  /** The facts and deals of one file; the deals become facts when every file is read. */
  private record FileFacts(List<SalesEvent> facts, List<Deal> deals) {}

  private final ImportMapping mapping;
  private final Path folder;
  private final ImportProgress progress;
  private final ImportRun run;
  private final ImmutableList.Builder<FileCount> counts = ImmutableList.builder();
  private long rowsRead;
  private long bytesBefore;
  private long totalBytes;
  private boolean anythingUsed;

  Importer(ImportMapping mapping, Path folder, ImportProgress progress) {
    this.mapping = mapping;
    this.folder = folder;
    this.progress = progress;
    this.run = new ImportRun(mapping, folder);
  }

  Import read() {
    ImmutableList<SourceFile> files = new Preflight(mapping, folder, run.notes()).filesToRead();
    try {
      for (SourceFile file : files) {
        totalBytes += Files.size(folder.resolve(file.path()));
      }
      List<FileFacts> told = new ArrayList<>();
      for (SourceFile file : files) {
        told.add(read(file));
      }
      return done(told);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileFacts read(SourceFile file) throws IOException {
    FileFacts told = new FileFacts(new ArrayList<>(), new ArrayList<>());
    long count = 0;
    long rejected = 0;
    try (CsvRows rows = CsvRows.open(file, folder)) {
      List<RowHandler> handlers = new ArrayList<>();
      for (RowMapping become : file.rows()) {
        handlers.add(handler(become, file, rows, told));
      }
      while (rows.next()) {
        count++;
        rowsRead++;
        if (!isUsed(rows, file.path(), handlers)) {
          rejected++;
        }
        if (rowsRead % ROWS_BETWEEN_REPORTS == 0) {
          progress.reached(file.path(), rowsRead, bytesBefore + rows.bytesRead(), totalBytes);
        }
      }
      bytesBefore += Files.size(folder.resolve(file.path()));
      progress.reached(file.path(), rowsRead, Math.min(bytesBefore, totalBytes), totalBytes);
      counts.add(new FileCount(file.path(), rows.charset(), count, rejected));
    }
    anythingUsed |=
        rejected < count && file.rows().stream().anyMatch(rows -> !rows.kind().isMasterData());
    return told;
  }

  private boolean isUsed(CsvRows rows, String file, List<RowHandler> handlers) {
    boolean used = true;
    if (rows.isRagged()) {
      Message allowed = Message.of("allowed.columns", rows.columns().size());
      Reason reason = Reason.RAGGED_ROW;
      String found = String.valueOf(rows.size());
      run.rejections().add(file, rows.line(), new Rejected(reason, "", found, allowed));
      return false;
    }
    for (RowHandler handler : handlers) {
      try {
        handler.accept();
      } catch (Rejected e) {
        run.rejections().add(file, rows.line(), e);
        used = false;
      }
    }
    return used;
  }

  private RowHandler handler(RowMapping become, SourceFile file, CsvRows rows, FileFacts told) {
    Row row = new Row(run, file.path(), file.format(), rows, become);
    MasterRows master = new MasterRows(run, row, become.repeated());
    DealRows deals = new DealRows(run, row);
    HistoryRows history = new HistoryRows(run, row, told.facts()::add);
    return switch (become.kind()) {
      case TEAM -> master::team;
      case PERSON -> master::person;
      case PRODUCT -> master::product;
      case CUSTOMER -> master::customer;
      case OPPORTUNITY -> () -> told.deals().add(deals.opportunity());
      case CLOSING -> deals::closing;
      case STAGE -> history::stage;
      case CHANGE -> history::change;
      case ACTIVITY -> history::activity;
      case QUOTE -> history::quote;
      case SURVEY -> history::survey;
      case ORDER -> new OrderRows(run, row, told.facts()::add)::order;
      case QUOTA -> new QuotaRows(run, row)::quota;
    };
  }

  private Import done(List<FileFacts> told) {
    ImmutableList.Builder<SalesEvent> events = ImmutableList.builder();
    for (FileFacts file : told) {
      file.deals().forEach(deal -> deal.tell(run, events::add));
      events.addAll(file.facts());
    }
    Rejections rejections = run.rejections().done();
    ImmutableList<FileCount> files = counts.build();
    boolean wantsFacts =
        mapping.files().stream()
            .flatMap(file -> file.rows().stream())
            .anyMatch(rows -> !rows.kind().isMasterData());
    boolean anyRow = files.stream().anyMatch(file -> file.used() > 0);
    if (wantsFacts ? !anythingUsed : !anyRow) {
      throw new ImportException(
          ImmutableList.of(Message.of("file.nothing-usable", rowsRead, rejections.total())),
          rejections);
    }
    return new Import(
        mapping.source(),
        mapping.title(),
        mapping.exportedOn(),
        mapping.currency(),
        mapping.calendar(),
        run.organization(),
        events.build(),
        run.quotas(),
        recorded(),
        files,
        run.aliases().done(),
        run.notes().done(),
        rejections);
  }

  private ImmutableSet<Fact> recorded() {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    for (SourceFile file : mapping.files()) {
      for (RowMapping rows : file.rows()) {
        addRecorded(rows, facts);
      }
    }
    if (facts.contains(Fact.DEALS) && mapping.lossesRecorded()) {
      facts.add(Fact.LOSSES);
    } else {
      facts.remove(Fact.LOST_REASONS);
    }
    return ImmutableSet.copyOf(facts);
  }

  private static void addRecorded(RowMapping rows, Set<Fact> facts) {
    switch (rows.kind()) {
      case TEAM, PERSON, PRODUCT, CUSTOMER -> {
        // these are in the organization
      }
      case OPPORTUNITY, CLOSING -> {
        facts.add(Fact.DEALS);
        addIf(rows, Field.OWNER, Fact.OWNERS, facts);
        addIf(rows, Field.CUSTOMER, Fact.CUSTOMERS, facts);
        addIf(rows, Field.PRODUCT, Fact.PRODUCTS, facts);
        addIf(rows, Field.CHANNEL, Fact.CHANNELS, facts);
        addIf(rows, Field.EXPECTED_CLOSE, Fact.EXPECTED_CLOSE, facts);
        addIf(rows, Field.WON_AMOUNT, Fact.WON_AMOUNTS, facts);
        addIf(rows, Field.AMOUNT, Fact.WON_AMOUNTS, facts);
        addIf(rows, Field.LOST_REASON, Fact.LOST_REASONS, facts);
        if (rows.kind() == RowKind.OPPORTUNITY) {
          addIf(rows, Field.AMOUNT, Fact.OPEN_AMOUNTS, facts);
        }
      }
      case STAGE -> facts.add(Fact.STAGE_HISTORY);
      case CHANGE -> facts.add(Fact.CHANGES);
      case ACTIVITY -> facts.add(Fact.ACTIVITIES);
      case QUOTE -> facts.add(Fact.QUOTES);
      case SURVEY -> facts.add(Fact.SURVEYS);
      case ORDER -> {
        facts.add(Fact.ORDERS);
        facts.add(Fact.CUSTOMERS);
        facts.add(Fact.PRODUCTS);
      }
      case QUOTA -> facts.add(Fact.QUOTAS);
    }
  }

  private static void addIf(RowMapping rows, Field field, Fact fact, Set<Fact> facts) {
    if (rows.tells(field)) {
      facts.add(fact);
    }
  }
}
