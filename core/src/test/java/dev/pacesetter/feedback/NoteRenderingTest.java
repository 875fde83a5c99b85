package dev.pacesetter.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.review.Review;
import dev.pacesetter.review.SalesWorld;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NoteRenderingTest {
  private static Note noteFor(String name) {
    SalesWorld world = new SalesWorld().products("basic").person("ana", name);
    IntStream.range(0, 7).forEach(i -> world.closes("peer" + i, "basic", 20, 1_000, 20));
    Review review = world.closes("ana", "basic", 60, 700, 20).review();
    return Feedback.standard().noteFor("ana", review);
  }

  @Test
  void readsAsMarkdownInEnglish() {
    assertThat(noteFor("Ana").render(Locale.ENGLISH, Format.MARKDOWN))
        .isEqualTo(
            """
            # Ana · FY2026-Q1

            ## What this note rests on

            - Your deals closed in FY2026-Q1, as known on 2026-03-31. You are compared with what the \
            average of all would have reached with your products; of all statements made in this round, \
            at most 10% are expected to be wrong.

            ## What you do well

            - You won 75.0% of your 80 closed deals; with your products, the average of all is 55.6%.
              - **Evidence**: 95% interval 64.5% to 83.2%; n = 80; exact binomial test, p = 0.005 after \
            adjustment for all tests of the round

            ## What to work on

            - You win 75.0% of your closed deals where 55.6% was to be expected, at an average of \
            EUR 720.30 instead of EUR 936.04. The customers say yes; the next step is to agree on more.
              - **Evidence**: n = 60; rank test within product, p &lt; 0.001 after adjustment for all tests of the round
              - **What to try**: Before the next three negotiations, write down your target and the least \
            you will accept, and take somebody experienced along to the largest one.
              - **Training that fits**: Negotiation
              - **Owner**: you
              - **By**: 2026-04-28
              - **What will show it**: Average deal value

            ## Where you are in line

            - There is enough data here, and no difference from what was to be expected with your products: Sales cycle.
            """);
  }

  @Test
  void readsAsPlainTextInChinese() {
    assertThat(noteFor("Ana").render(Locale.CHINESE, Format.PLAIN))
        .isEqualTo(
            """
            Ana · FY2026-Q1

            这份反馈的依据
            - 依据是截至 2026-03-31 已知的、你在 FY2026-Q1 关闭的商机。比较的对象，是按你的产品结构，全体平均能达到的水平。在本轮所有结论中，预计有误的不超过 10%。

            你的优势
            - 你在 80 个已关闭商机中赢下 75.0%；按你的产品结构，全体平均为 55.6%。
              - 依据：95% 置信区间 64.5% 至 83.2%；n = 80；二项精确检验，经本轮全部检验校正后 p = 0.005

            待提升点
            - 你的赢单率为 75.0%，高于预期的 55.6%；但平均成交金额为 EUR 720.30，预期为 EUR 936.04。客户愿意买单，下一步是把单子谈得更大。
              - 依据：n = 60；按产品分层的秩检验，经本轮全部检验校正后 p < 0.001
              - 可以这样做：接下来的三次谈判之前，先写下目标条件和底线；金额最大的一单，请一位有经验的同事一同前往。
              - 建议培训：商务谈判
              - 负责人：你
              - 截止日期：2026-04-28
              - 检验指标：平均成交金额

            与预期相符的方面
            - 以下方面数据足够，与按你的产品结构得出的预期没有差异：销售周期。
            """);
  }

  @Test
  void otherLanguagesReadEnglish() {
    Note note = noteFor("Ana");

    assertThat(note.render(Locale.FRENCH, Format.PLAIN))
        .isEqualTo(note.render(Locale.ENGLISH, Format.PLAIN));
  }

  @Nested
  class AHostileName {
    @Test
    void becomesNoMarkup() {
      String text =
          noteFor("<script>alert(1)</script> **[x](http://y)** `z` |")
              .render(Locale.ENGLISH, Format.MARKDOWN);

      assertThat(text.lines().findFirst().orElseThrow())
          .isEqualTo(
              "# &lt;script&gt;alert(1)&lt;/script&gt; \\*\\*\\[x\\](http\\://y)\\*\\* \\`z\\` \\| ·"
                  + " FY2026-Q1");
    }

    @Test
    void beginsNoLineOfItsOwn() {
      String text = noteFor("Ana\n# Boss\u2028- item\u202e").render(Locale.ENGLISH, Format.PLAIN);

      assertThat(text.lines().findFirst().orElseThrow())
          .isEqualTo("Ana # Boss - item  · FY2026-Q1");
    }
  }
}
