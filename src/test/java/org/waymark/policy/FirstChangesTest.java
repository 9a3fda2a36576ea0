package org.waymark.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waymark.policy.PolicyEvent.Activated;
import org.waymark.policy.PolicyEvent.Approved;
import org.waymark.policy.PolicyEvent.Seen;
import org.waymark.policy.PolicyRefusal.Why;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.SmallRules;
import org.waymark.screening.SmallCatalogue;

/** Nobody approves a version without having seen what it changes of factors and groups. */
class FirstChangesTest extends PolicyOnAStore {

    private static SmallRules regrouped(String name, String row) {
        return changed(name).with("groups.csv", SmallCatalogue.files().get("groups.csv") + row);
    }

    private String submittedWith(SmallRules rules) throws Exception {
        RuleFiles files = rules.files();
        String hash =
                policy.draft(files, "Counts as a sign now.", first, "policy").hash();
        finding(hash, List.of());
        policy.submit(hash, "A-" + hash, null, "policy");
        return hash;
    }

    private First first(String hash) {
        return policy.first(policy.ledger().version(hash).orElseThrow());
    }

    private List<String> ids(String hash) {
        return first(hash).changes().stream().map(FirstChange::id).toList();
    }

    @Test
    void aChangeOfAGroupIsNamedBeforeTheVersionIsApprovedAndStaysInTheLog() throws Exception {
        String hash = submittedWith(regrouped("test.2", "exploitation,suspension\n"));
        List<FirstChange> changes = first(hash).changes();
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.areas()).containsExactly("*");
            assertThat(change.id()).startsWith("group:exploitation:");
            assertThat(change.text()).startsWith("group exploitation changed: ").contains("suspension");
        });

        assertRefused(
                Why.INVALID,
                "- `" + ids(hash).get(0) + "`: group exploitation changed",
                () -> policy.approve(hash, WHY, List.of(), "approver"));
        assertThat(state(hash)).isEqualTo(State.SUBMITTED);
        policy.approve(hash, WHY, ids(hash), "approver");

        assertThat(policy.ledger()
                        .version(hash)
                        .orElseThrow()
                        .latest(Approved.class)
                        .orElseThrow()
                        .event())
                .isEqualTo(new Approved(
                        hash,
                        WHY,
                        List.of(new Seen(ids(hash).get(0), changes.get(0).text()))));
    }

    @Test
    void whatWasSeenIsTheChangeAndNotTheGroup() throws Exception {
        String one = submittedWith(regrouped("test.2", "exploitation,suspension\n"));
        String other = submittedWith(regrouped("test.3", "exploitation,housing-need\n"));

        assertRefused(
                Why.INVALID,
                "is no change against what is in force now",
                () -> policy.approve(other, WHY, ids(one), "approver"));
    }

    @Test
    void aVersionThatChangesNoneOfThemNeedsNothingToBeSeen() throws Exception {
        String hash = submitted("test.2", "LCS-1");

        assertThat(first(hash)).isEqualTo(new First(List.of(), null, List.of("LCS-1")));
        policy.accept(hash, List.of("LCS-1"), null, "approver");
        assertThat(first(hash).downgrades()).isEmpty();
        policy.approve(hash, WHY, List.of(), "approver");
    }

    @Test
    void whatCameIntoForceSinceTheApprovalIsSeenByWhoeverActivates() throws Exception {
        String one = submittedWith(regrouped("test.2", "exploitation,suspension\n"));
        String other = submitted("test.3");
        policy.approve(other, WHY, List.of(), "approver");
        policy.approve(one, WHY, ids(one), "approver");
        policy.activate(one, Set.of("*"), null, WHY, List.of(), "approver");
        now.at(now.instant().plusSeconds(1));

        List<String> back = ids(other);
        assertThat(back).hasSize(1);
        assertRefused(
                Why.INVALID, back.get(0), () -> policy.activate(other, Set.of("*"), null, WHY, List.of(), "approver"));
        policy.activate(other, Set.of("*"), null, WHY, back, "approver");
        assertThat(((Activated) policy.ledger()
                                .events()
                                .get((int) policy.ledger().last() - 1)
                                .event())
                        .seen())
                .extracting(Seen::id)
                .isEqualTo(back);
    }

    @Test
    void theWayBackIsNotHeldUp() throws Exception {
        String hash = submittedWith(regrouped("test.2", "exploitation,suspension\n"));
        policy.approve(hash, WHY, ids(hash), "approver");
        policy.activate(hash, Set.of("*"), null, WHY, List.of(), "approver");
        now.at(now.instant().plusSeconds(1));

        assertThat(ids(first)).hasSize(1);
        policy.activate(first, Set.of("*"), null, WHY, List.of(), "approver");
        assertThat(state(first)).isEqualTo(State.ACTIVE);
    }

    @Test
    void oneChangeAgainstTwoVersionsInForceIsOneChange() throws Exception {
        String elsewhere = submitted("test.2");
        policy.approve(elsewhere, WHY, List.of(), "approver");
        policy.activate(elsewhere, Set.of("sefton"), null, WHY, List.of(), "approver");
        String hash = submittedWith(regrouped("test.3", "exploitation,suspension\n"));

        assertThat(first(hash).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.areas()).containsExactly("*", "sefton"));
    }

    @Test
    void whereNobodyCanSayWhatChangesNobodyApproves() throws Exception {
        String hash = submitted("test.2");
        String unreadable = SmallRules.of("no rule").files().hash();
        archive.keep(SmallRules.of("no rule").files());
        log.append(
                "system",
                ledger -> java.util.Optional.of(new PolicyEvent.Drafted(unreadable, "old", "From long ago.", null)));
        log.append(
                "system",
                ledger -> java.util.Optional.of(
                        new Activated(unreadable, Set.of("*"), now.instant(), "From long ago.", List.of())));

        assertThat(first(hash).fault()).contains("nobody can say what changes");
        assertRefused(Why.NOT_NOW, "cannot be read any more", () -> policy.approve(hash, WHY, List.of(), "approver"));
    }
}
