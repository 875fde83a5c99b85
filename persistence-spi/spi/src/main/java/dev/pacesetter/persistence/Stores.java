package dev.pacesetter.persistence;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Opens a store from a URL. */
public final class Stores {

  private Stores() {}

  /**
   * Opens the store of a URL, creating it where it does not exist yet.
   *
   * <p>{@code memory:} is always there: a new and empty store at each opening. Others are found by
   * {@link ServiceLoader}, first with the class loader of the calling thread and then with that of
   * this class; with the JDBC store on the class path these are {@code jdbc:h2:…} and {@code
   * jdbc:postgresql:…}.
   *
   * @param url which store
   * @return the open store; the caller closes it
   * @throws IllegalArgumentException if no provider, or more than one, supports the URL
   * @throws StoreException if the store cannot be opened
   */
  public static Store open(String url) {
    return open(url, providers());
  }

  static Store open(String url, List<StoreProvider> providers) {
    List<StoreProvider> able = providers.stream().filter(p -> p.supports(url)).toList();
    if (able.size() != 1) {
      String who =
          able.isEmpty()
              ? "No store is known"
              : able.stream()
                      .map(p -> p.getClass().getName())
                      .sorted()
                      .collect(Collectors.joining(" and "))
                  + " both answer";
      throw new IllegalArgumentException(
          "%s for \"%s\"; supported is exactly one of: %s"
              .formatted(
                  who,
                  withoutSecrets(url),
                  providers.stream()
                      .map(StoreProvider::forms)
                      .sorted()
                      .collect(Collectors.joining(", "))));
    }
    return able.get(0).open(url);
  }

  /**
   * Returns a URL as it may be shown and logged.
   *
   * @param url any URL
   * @return the part before the first {@code ?} or {@code ;}, with {@code …} for user and password
   */
  public static String withoutSecrets(String url) {
    return Names.shortened(
        url.replaceFirst("[?;].*", "")
            .replaceFirst("//[^/@]*@", "//…@")
            .replaceAll("\\p{Cntrl}", "\uFFFD"));
  }

  private static ImmutableList<StoreProvider> providers() {
    Map<Class<?>, StoreProvider> byClass = new LinkedHashMap<>();
    for (ServiceLoader<StoreProvider> loader :
        List.of(
            ServiceLoader.load(StoreProvider.class),
            ServiceLoader.load(StoreProvider.class, Stores.class.getClassLoader()))) {
      loader.forEach(provider -> byClass.putIfAbsent(provider.getClass(), provider));
    }
    return ImmutableList.copyOf(byClass.values());
  }
}
