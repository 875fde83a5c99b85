package dev.pacesetter.examples.cel;

import com.google.common.collect.ImmutableSortedSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles expressions over variables with types. */
final class Expressions {
  private static final CelOptions OPTIONS =
      CelOptions.current()
          // 5 is as good as 5.0 in a comparison
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(10_000)
          .comprehensionMaxIterations(10_000)
          .build();

  private final CelCompiler compiler;
  private final CelRuntime runtime =
      CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

  Expressions(Map<String, CelType> variables) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
    variables.forEach(builder::addVar);
    compiler = builder.build();
  }

  /** What people call a type. */
  static String name(CelType type) {
    return type instanceof MapType map
        ? "map(" + name(map.keyType()) + ", " + name(map.valueType()) + ")"
        : type.kind().name().toLowerCase(Locale.ROOT);
  }

  /**
   * An expression that has the wanted type.
   *
   * @param text as it was written
   * @param used the variables it names
   * @param program computes it
   */
  record Compiled(String text, ImmutableSortedSet<String> used, CelRuntime.Program program) {

    /** The value; throws where a variable it needs is not bound. */
    Object value(Map<String, Object> bound) throws CelEvaluationException {
      return program.eval(bound);
    }

    /** The number; null where it has none, or none that is finite. */
    @Nullable Double number(Map<String, Object> bound) {
      try {
        double value = ((Number) value(bound)).doubleValue();
        return Double.isFinite(value) ? value : null;
      } catch (CelEvaluationException e) {
        return null;
      }
    }
  }

  /** What is wrong with an expression, and where in it. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;
    private final int column;

    private Refused(String message, int line, int column) {
      super(message);
      this.line = line;
      this.column = column;
    }

    int line() {
      return line;
    }

    int column() {
      return column;
    }
  }

  Compiled compile(String text, CelType... wanted) throws Refused {
    try {
      CelAbstractSyntaxTree tree = compiler.compile(text).getAst();
      CelType type = tree.getResultType();
      if (!Arrays.asList(wanted).contains(type)) {
        throw new Refused(
            "the expression is of type %s; it must be %s".formatted(name(type), name(wanted[0])),
            1,
            1);
      }
      ImmutableSortedSet<String> used =
          tree.getReferenceMap().values().stream()
              .map(CelReference::name)
              .filter(name -> !name.isEmpty())
              .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
      return new Compiled(text, used, runtime.createProgram(tree));
    } catch (CelValidationException e) {
      CelIssue first = e.getErrors().get(0);
      throw new Refused(
          first.getMessage(),
          first.getSourceLocation().getLine(),
          first.getSourceLocation().getColumn() + 1);
    } catch (CelEvaluationException e) {
      throw new Refused(String.valueOf(e.getMessage()), 1, 1);
    }
  }
}
