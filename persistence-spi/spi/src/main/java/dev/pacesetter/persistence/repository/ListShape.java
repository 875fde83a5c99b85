package dev.pacesetter.persistence.repository;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A list, a set or an array of numbers as a list. */
record ListShape(
    Shape item, Function<Object, Collection<?>> items, Function<List<Object>, Object> collect)
    implements Shape {

  /** The shape of a collection. */
  static ListShape of(Shape item, Function<List<Object>, Object> collect) {
    return new ListShape(item, value -> (Collection<?>) value, collect);
  }

  @Override
  public Object write(Object value) {
    return items.apply(value).stream().map(item::write).toList();
  }

  @Override
  public Object read(Object plain, String path) {
    if (!(plain instanceof ImmutableList<?> list)) {
      throw refuse(plain, path);
    }
    List<Object> items = new ArrayList<>(list.size());
    for (Object one : list) {
      items.add(item.read(one, path + "[" + items.size() + "]"));
    }
    return collect.apply(items);
  }

  @Override
  public String allowed() {
    return "a list";
  }
}
