package org.waymark.screening.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Carries;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;

/** Finds, for one factor, the answer that counts (contract, section 1: answers that disagree, and what carries). */
final class Answers {

    private final Catalogue catalogue;
    private final Assessment current;

    Answers(Catalogue catalogue, Assessment current) {
        this.catalogue = catalogue;
        this.current = current;
    }

    /** The standing of a factor, given all that was said about it, oldest contact first. */
    Optional<Standing> standing(Factor factor, List<Said> said) {
        Standing standing = null;
        for (List<Said> atOneContact : byContact(said)) {
            if (counts(factor, standing, atOneContact)) {
                standing = next(standing, atOneContact(factor, atOneContact));
            }
        }
        return Optional.ofNullable(standing);
    }

    private static List<List<Said>> byContact(List<Said> said) {
        List<List<Said>> contacts = new ArrayList<>();
        Assessment last = null;
        for (Said one : said) {
            if (one.contact() != last) {
                contacts.add(new ArrayList<>());
                last = one.contact();
            }
            contacts.get(contacts.size() - 1).add(one);
        }
        return contacts;
    }

    /** What an earlier contact said counts for as long as the catalogue says. */
    private boolean counts(Factor factor, @Nullable Standing standing, List<Said> said) {
        if (said.get(0).contact() == current || factor.carries() == Carries.UNTIL_CHANGED) {
            return true;
        }
        return factor.carries() == Carries.DATED && said.stream().anyMatch(one -> one.answer() == Answer.YES);
    }

    /** What one contact says about a factor, where its sources may disagree. */
    private static Standing atOneContact(Factor factor, List<Said> said) {
        Answer answer = said.stream()
                .map(Said::answer)
                .min(Comparator.comparingInt(one -> weight(factor, one)))
                .orElseThrow();
        boolean disagreement = said.stream().map(Said::answer).distinct().count() > 1;
        List<Said> same = said.stream().filter(one -> one.answer() == answer).toList();
        return new Standing(factor, answer, bestBasis(same), same, disagreement);
    }

    /**
     * Which answer wins where sources disagree, the winner lightest: the protective answer, then what is not settled,
     * and an answer that would reassure last. An asked unknown beside a no is unknown.
     */
    private static int weight(Factor factor, Answer answer) {
        boolean risk = factor.protectiveAnswer() == Answer.YES;
        return switch (answer) {
            case YES -> risk ? 0 : 3;
            case YET_TO_CLARIFY -> risk ? 1 : 2;
            case UNKNOWN -> risk ? 2 : 0;
            case NO -> risk ? 3 : 1;
        };
    }

    private Standing next(@Nullable Standing before, Standing now) {
        if (before == null) {
            return now;
        }
        if (before.answer() == now.answer()) {
            return together(before, now);
        }
        return replaces(before, now) ? now : disputed(before, now);
    }

    private static Standing together(Standing before, Standing now) {
        List<Said> saidBy =
                Stream.concat(before.saidBy().stream(), now.saidBy().stream()).toList();
        return new Standing(
                now.factor(), now.answer(), bestBasis(saidBy), saidBy, before.disagreement() || now.disagreement());
    }

    private static Standing disputed(Standing before, Standing now) {
        boolean disagreement = before.disagreement() || !now.answer().isUnsettled();
        return new Standing(before.factor(), before.answer(), before.basis(), before.saidBy(), disagreement);
    }

    private boolean replaces(Standing before, Standing now) {
        Factor factor = now.factor();
        if (before.answer() == Answer.YES && factor.protectiveAnswer() == Answer.YES) {
            return now.answer() == Answer.NO
                    && !NeverEnded.includes(catalogue, factor)
                    && now.basis().isAtLeast(before.basis());
        }
        if (weight(factor, now.answer()) < weight(factor, before.answer())) {
            return true;
        }
        return !now.answer().isUnsettled() && now.basis().isAtLeast(before.basis());
    }

    private static Basis bestBasis(List<Said> said) {
        return said.stream()
                .map(one -> one.observation().basis())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
