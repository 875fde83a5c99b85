package dev.pacesetter.kpi;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the ways from the bottom of a tree to its top, so that rows need one int each. Safe to
 * share between threads: columns are made when they are first asked for.
 */
final class Paths {
  private final Map<ImmutableList<String>, Integer> places = new HashMap<>();
  private final List<ImmutableList<String>> paths = new ArrayList<>();
  private final Map<String, boolean[]> throughNode = new HashMap<>();

  /** The place of a way, a new one where it was never seen. */
  synchronized int place(ImmutableList<String> path) {
    Integer known = places.putIfAbsent(path, paths.size());
    if (known == null) {
      paths.add(path);
      return paths.size() - 1;
    }
    return known;
  }

  /** Which ways lead through a node; not to be changed. */
  synchronized boolean[] through(String node) {
    boolean[] known = throughNode.get(node);
    if (known != null && known.length == paths.size()) {
      return known;
    }
    boolean[] through = new boolean[paths.size()];
    for (int path = 0; path < through.length; path++) {
      through[path] = paths.get(path).contains(node);
    }
    throughNode.put(node, through);
    return through;
  }
}
