package dev.pacesetter.metrics.funnel;

import java.lang.reflect.Method;

/** How many bytes this thread allocates; asks by reflection, as the module reads no management. */
final class Allocation {
  private final Object threads;
  private final Method bytes;

  Allocation() throws ReflectiveOperationException {
    threads =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
    bytes =
        Class.forName("com.sun.management.ThreadMXBean")
            .getMethod("getCurrentThreadAllocatedBytes");
  }

  long during(Runnable work) throws ReflectiveOperationException {
    long before = (long) bytes.invoke(threads);
    work.run();
    return (long) bytes.invoke(threads) - before;
  }
}
