package dev.pacesetter.persistence;

/**
 * Opens the stores of one backend; found by {@link java.util.ServiceLoader}.
 *
 * <p>Needs a public constructor without arguments. See {@link Stores#open}.
 */
public interface StoreProvider {

  /**
   * Returns the URLs understood, for a person who gave another one, such as {@code
   * jdbc:h2:file:PATH}.
   *
   * @return one or several forms, separated by commas
   */
  String forms();

  /**
   * Returns whether a URL is this backend's, whether or not it can be opened.
   *
   * @param url the URL
   * @return whether {@link #open} is the one to ask
   */
  boolean supports(String url);

  /**
   * Opens a store, creating it where it does not exist yet.
   *
   * @param url a URL that is {@linkplain #supports supported}
   * @return the open store
   * @throws IllegalArgumentException if the URL is incomplete or wrong
   * @throws StoreException if the store cannot be opened
   */
  Store open(String url);
}
