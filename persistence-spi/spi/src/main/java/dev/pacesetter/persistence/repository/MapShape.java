package dev.pacesetter.persistence.repository;

import dev.pacesetter.persistence.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A map as fields; the key is anything that is written as a text. */
record MapShape(Shape key, Shape value, Function<Map<Object, Object>, Object> collect)
    implements Shape {

  @Override
  public Object write(Object map) {
    Map<Object, Object> fields = new LinkedHashMap<>();
    ((Map<?, ?>) map).forEach((k, v) -> fields.put(key.write(k), value.write(v)));
    return fields;
  }

  @Override
  public Object read(Object plain, String path) {
    if (!(plain instanceof Fields fields)) {
      throw refuse(plain, path);
    }
    Map<Object, Object> map = new LinkedHashMap<>();
    fields
        .asMap()
        .forEach(
            (name, stored) ->
                map.put(key.read(name, path + " key"), value.read(stored, path + "." + name)));
    return collect.apply(map);
  }

  @Override
  public String allowed() {
    return "fields";
  }
}
