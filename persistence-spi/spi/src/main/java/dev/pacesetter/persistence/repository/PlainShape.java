package dev.pacesetter.persistence.repository;

import com.google.common.collect.ImmutableSet;
import dev.pacesetter.persistence.Fields;
import java.math.BigDecimal;

/** Types that are plain values themselves. */
enum PlainShape implements Shape {
  TEXT("a text") {
    @Override
    public Object read(Object plain, String path) {
      return check(plain instanceof String, plain, path);
    }
  },
  FLAG("true or false") {
    @Override
    public Object read(Object plain, String path) {
      return check(plain instanceof Boolean, plain, path);
    }
  },
  LONG("an integer from -2^63 to 2^63-1") {
    @Override
    public Object read(Object plain, String path) {
      return check(plain instanceof Long, plain, path);
    }
  },
  INT("an integer from -2147483648 to 2147483647") {
    @Override
    public Object read(Object plain, String path) {
      check(plain instanceof Long whole && whole == whole.intValue(), plain, path);
      return ((Long) plain).intValue();
    }
  },
  DOUBLE("a number, or one of NaN, Infinity, -Infinity, -0.0") {
    @Override
    public Object write(Object value) {
      double real = (Double) value;
      boolean isNumber = Double.isFinite(real) && Double.compare(real, -0.0) != 0;
      return isNumber ? value : Double.toString(real);
    }

    @Override
    public Object read(Object plain, String path) {
      if (plain instanceof Long || plain instanceof BigDecimal) {
        return ((Number) plain).doubleValue();
      }
      check(plain instanceof String text && NO_NUMBERS.contains(text), plain, path);
      return Double.valueOf((String) plain);
    }
  },
  FIELDS("fields") {
    @Override
    public Object read(Object plain, String path) {
      return check(plain instanceof Fields, plain, path);
    }
  };

  private static final ImmutableSet<String> NO_NUMBERS =
      ImmutableSet.of("NaN", "Infinity", "-Infinity", "-0.0");

  private final String allowed;

  PlainShape(String allowed) {
    this.allowed = allowed;
  }

  @Override
  public Object write(Object value) {
    return value;
  }

  @Override
  public String allowed() {
    return allowed;
  }

  Object check(boolean isAllowed, Object plain, String path) {
    if (!isAllowed) {
      throw refuse(plain, path);
    }
    return plain;
  }
}
