package dev.pacesetter.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewJsonTest {

  @Test
  void usesOnlyNamesTheReadmeExplains(@TempDir Path folder) throws IOException {
    Path tasks = Files.writeString(folder.resolve("tasks.yaml"), TasksReviewTest.TASKS);
    Run run =
        Run.into(folder, "--sample", "--quiet", "--store", "memory:", "--tasks", tasks.toString());
    Set<String> explained =
        Pattern.compile("`([A-Za-z_]+)`")
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(result -> result.group(1))
            .collect(Collectors.toSet());
    Set<String> used = new TreeSet<>();
    collect(run.json(), used);

    assertThat(used).isNotEmpty().isSubsetOf(explained);
  }

  private static void collect(JsonNode node, Set<String> names) {
    node.fieldNames().forEachRemaining(names::add);
    node.forEach(child -> collect(child, names));
  }
}
