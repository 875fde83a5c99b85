package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.goal.Standing.Answer;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.text.Phrases;
import dev.pacesetter.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Says in words where an agreement stands. */
final class AgreementText {
  static final String PHRASES = "dev.pacesetter.goal.agreement";

  /** So many names are listed one by one. */
  private static final int LISTED = 4;

  private final Phrases phrases;
  private final Organization organization;

  AgreementText(Locale locale, Organization organization) {
    this.phrases = Phrases.named(PHRASES, locale);
    this.organization = organization;
  }

  /** Says where some members of an agreement stand. */
  String summary(Agreement agreement, ImmutableList<Standing> members) {
    if (agreement.state() == Agreement.State.WITHDRAWN) {
      return phrases.fill(
          "summary.withdrawn", Map.of("why", words(agreement.last().said().orElseThrow())));
    }
    ImmutableList<Standing> accepted = having(members, Answer.ACCEPTED);
    if (accepted.size() == members.size()) {
      return phrases.fill("summary.accepted", Map.of("names", names(accepted)));
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(
        phrases.fill(
            members.size() == 1 ? "summary.open.one" : "summary.open",
            Map.of("accepted", accepted.size(), "members", members.size())));
    members.stream()
        .filter(own -> own.answer() != Answer.ACCEPTED && own.answer() != Answer.PENDING)
        .forEach(own -> sentences.add(said(agreement, own)));
    ImmutableList<Standing> silent = having(members, Answer.PENDING);
    if (!silent.isEmpty()) {
      sentences.add(phrases.fill("summary.silent", Map.of("names", names(silent))));
    }
    silent.stream()
        .filter(own -> own.voided().isPresent())
        .forEach(own -> sentences.add(voided(agreement, own)));
    return String.join(phrases.say("sentences"), sentences);
  }

  /** Says what some members said to a goal that is another by now. */
  String outdated(Agreement agreement, ImmutableList<Standing> members, SalesGoal now) {
    String outdated =
        phrases.fill(
            "summary.outdated",
            Map.of(
                "before", Proposal.amount(agreement.goal(), agreement.goal().target().amount()),
                "now", Proposal.amount(now, now.target().amount())));
    return outdated + phrases.say("sentences") + summary(agreement, members);
  }

  private String said(Agreement agreement, Standing own) {
    Map<String, Object> words = new TreeMap<>();
    words.put("who", name(own.member()));
    words.put("share", Proposal.amount(agreement.goal(), own.share()));
    words.put("words", own.said().map(this::words).orElse(""));
    own.counter()
        .ifPresent(counter -> words.put("counter", Proposal.amount(agreement.goal(), counter)));
    String key = "summary." + own.answer();
    return phrases.fill(
        own.answer() == Answer.DECLINED && own.counter().isPresent() ? key + ".counter" : key,
        words);
  }

  private String voided(Agreement agreement, Standing own) {
    return phrases.fill(
        "summary.voided",
        ImmutableMap.of(
            "who", name(own.member()),
            "before", Proposal.amount(agreement.goal(), own.voided().orElseThrow()),
            "share", Proposal.amount(agreement.goal(), own.share())));
  }

  private static ImmutableList<Standing> having(List<Standing> members, Answer answer) {
    return members.stream()
        .filter(own -> own.answer() == answer)
        .collect(ImmutableList.toImmutableList());
  }

  private String names(List<Standing> members) {
    // One more name is no longer than saying that there is one more.
    int listed = members.size() <= LISTED + 1 ? members.size() : LISTED;
    String names =
        String.join(
            phrases.say("list"),
            members.subList(0, listed).stream().map(own -> name(own.member())).toList());
    return listed == members.size()
        ? names
        : phrases.fill("list.more", Map.of("names", names, "more", members.size() - listed));
  }

  private String name(String person) {
    return organization.nameOf(Scope.person(person));
  }

  private String words(Text said) {
    return said.in(phrases.language());
  }
}
