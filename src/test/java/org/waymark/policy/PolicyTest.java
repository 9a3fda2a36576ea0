package org.waymark.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.waymark.policy.PolicyRefusal.Why;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.SmallRules;
import org.waymark.trail.Trails;

/** What may be done with versions of the rules, and by whom, on the embedded store. */
class PolicyTest extends PolicyOnAStore {

    @Test
    void aVersionGoesFromDraftIntoForceAndBackByTheHandsOfTwo() throws Exception {
        String hash = submitted("test.2");
        assertThat(state(hash)).isEqualTo(State.SUBMITTED);
        policy.approve(hash, WHY, List.of(), "approver");
        assertThat(state(hash)).isEqualTo(State.APPROVED);
        assertThat(inForce.require().ruleSet().hash()).isEqualTo(first);

        policy.activate(hash, Set.of("*"), null, WHY, List.of(), "approver");
        keeper.look();
        assertThat(state(hash)).isEqualTo(State.ACTIVE);
        assertThat(state(first)).isEqualTo(State.RETIRED);
        assertThat(inForce.require().ruleSet().name()).isEqualTo("test.2");

        now.at(now.instant().plusSeconds(60));
        policy.activate(
                first, Set.of("*"), null, "Rolled back: too many children were missed by it.", List.of(), "approver");
        keeper.look();
        assertThat(inForce.require().ruleSet().hash()).isEqualTo(first);
        assertThat(state(hash)).isEqualTo(State.RETIRED);
        assertThat(policy.ledger().version(hash).orElseThrow().events()).hasSize(4);
    }

    @Test
    void theSameFilesAreTheSameVersionAndNothingIsRecorded() throws Exception {
        String hash = draft("test.2");
        long before = policy.ledger().last();

        assertThat(policy.draft(changed("test.2").files(), "Again.", first, "somebody")
                        .author())
                .isEqualTo("policy");
        assertThat(draft("test.2")).isEqualTo(hash);
        assertThat(policy.ledger().last()).isEqualTo(before);
    }

    @Test
    void aNameIsGivenOnce() {
        RuleFiles namesake = SmallRules.of(SmallRules.GOOD.replace("30", "20")).files();

        assertRefused(
                Why.INVALID,
                "the name `test.1` is that of version",
                () -> policy.draft(namesake, "x", first, "policy"));
    }

    @Test
    void draftsMayShareANameUntilOneIsSubmitted() throws Exception {
        String one = draft("test.2");
        String other = policy.draft(
                        changed("test.2")
                                .with("bank-holidays.csv", "date,name\n2026-04-03,Good Friday\n")
                                .files(),
                        "Mended.",
                        first,
                        "policy")
                .hash();
        finding(one, List.of());
        finding(other, List.of());
        policy.submit(other, "A-" + other, null, "policy");

        assertRefused(Why.INVALID, "the name `test.2`", () -> policy.submit(one, "A-" + one, null, "policy"));
    }

    @Test
    void filesThatAreNoRuleSetAreTurnedAwayWithEveryFaultAndNotKept() {
        RuleFiles broken = SmallRules.of("rule \"X\" when eval(true) then end").files();

        assertThatExceptionOfType(RuleSetRejected.class).isThrownBy(() -> policy.draft(broken, "x", first, "policy"));
        assertThat(archive.files(broken.hash())).isEmpty();
        assertThat(policy.ledger().last()).isEqualTo(2);
    }

    @Test
    void whatFailsItsCheckIsNotSubmitted() throws Exception {
        String hash = draft("test.2");
        finding(hash, List.of());
        checkFaults.add("Scenarios: 1 does not hold.");

        assertRefused(
                Why.INVALID, "Scenarios: 1 does not hold", () -> policy.submit(hash, "A-" + hash, null, "policy"));
        assertThat(state(hash)).isEqualTo(State.DRAFT);
    }

    @Test
    void whatWasNotTriedOnPastCasesIsNotSubmitted() throws Exception {
        String hash = draft("test.2");
        assertRefused(
                Why.INVALID, "no finished impact analysis `A-9`", () -> policy.submit(hash, "A-9", null, "policy"));

        findings.put("A-9", new Impact.Finding("sha256:other", first, List.of(), List.of()));
        assertRefused(Why.INVALID, "is of another version", () -> policy.submit(hash, "A-9", null, "policy"));

        findings.put("A-9", new Impact.Finding(hash, "sha256:old", List.of(), List.of()));
        assertRefused(Why.NOT_NOW, "in force no more", () -> policy.submit(hash, "A-9", null, "policy"));
    }

    @Test
    void moreUrgentWorkThanAnAreaSaysItCanDoNeedsAReason() throws Exception {
        String hash = draft("test.2");
        finding(hash, List.of("sefton would have 45 urgent responses a week, and states 40"));

        assertRefused(
                Why.INVALID, "45 urgent responses a week", () -> policy.submit(hash, "A-" + hash, "No.", "policy"));
        policy.submit(hash, "A-" + hash, WHY, "policy");
        assertThat(state(hash)).isEqualTo(State.SUBMITTED);
    }

    @Test
    void nobodyApprovesTheirOwn() throws Exception {
        String hash = submitted("test.2");

        assertRefused(Why.NOT_YOU, "a second person", () -> policy.approve(hash, WHY, List.of(), "policy"));
    }

    @Test
    void everyDowngradedCaseIsAcceptedOneByOneBeforeItIsApproved() throws Exception {
        String hash = submitted("test.2", "LCS-1", "LCS-2");

        assertRefused(
                Why.NOT_NOW,
                "2 downgraded cases are not accepted",
                () -> policy.approve(hash, WHY, List.of(), "approver"));
        assertRefused(
                Why.INVALID,
                "opened and accepted on its own",
                () -> policy.accept(hash, List.of("LCS-1", "LCS-2"), WHY, "approver"));
        assertRefused(Why.INVALID, "`LCS-3` is no case", () -> policy.accept(hash, List.of("LCS-3"), null, "approver"));
        assertRefused(Why.NOT_YOU, "a second person", () -> policy.accept(hash, List.of("LCS-1"), null, "policy"));
        policy.accept(hash, List.of("LCS-1"), null, "approver");
        policy.accept(hash, List.of("LCS-2"), null, "approver");
        policy.approve(hash, WHY, List.of(), "approver");

        assertThat(state(hash)).isEqualTo(State.APPROVED);
    }

    @Test
    void manyDowngradedCasesMayBeAcceptedAsAGroupWithAReason() throws Exception {
        String[] many = java.util.stream.IntStream.rangeClosed(1, 51)
                .mapToObj(number -> "LCS-" + number)
                .toArray(String[]::new);
        String hash = submitted("test.2", many);

        assertRefused(
                Why.INVALID, "why the group is accepted", () -> policy.accept(hash, List.of(many), "ok", "approver"));
        policy.accept(hash, List.of(many), WHY, "approver");
        policy.approve(hash, WHY, List.of(), "approver");

        assertThat(state(hash)).isEqualTo(State.APPROVED);
    }

    @Test
    void onlyWhatIsApprovedComesIntoForce() throws Exception {
        String hash = submitted("test.2");
        assertRefused(
                Why.NOT_NOW,
                "is submitted",
                () -> policy.activate(hash, Set.of("*"), null, WHY, List.of(), "approver"));

        policy.reject(hash, WHY, "approver");
        assertThat(state(hash)).isEqualTo(State.REJECTED);
        assertRefused(
                Why.NOT_NOW, "is rejected", () -> policy.activate(hash, Set.of("*"), null, WHY, List.of(), "approver"));
        assertRefused(
                Why.UNKNOWN,
                "no version",
                () -> policy.activate("sha256:none", Set.of("*"), null, WHY, List.of(), "approver"));
    }

    @Test
    void anAreasOwnComesBeforeThatForAll() throws Exception {
        String hash = submitted("test.2");
        policy.approve(hash, WHY, List.of(), "approver");
        policy.activate(hash, Set.of("sefton"), null, WHY, List.of(), "approver");
        keeper.look();

        assertThat(inForce.require("sefton").ruleSet().name()).isEqualTo("test.2");
        assertThat(inForce.require("liverpool").ruleSet().name()).isEqualTo("test.1");
        assertThat(state(first)).isEqualTo(State.ACTIVE);
        assertThat(inForce.requireFor("{\"youngPerson\": {\"area\": \"sefton\"}}".getBytes())
                        .ruleSet()
                        .name())
                .isEqualTo("test.2");
        assertThat(inForce.requireFor("no JSON".getBytes()).ruleSet().name()).isEqualTo("test.1");
    }

    @Test
    void aVersionComesIntoForceAtItsMoment() throws Exception {
        String hash = submitted("test.2");
        policy.approve(hash, WHY, List.of(), "approver");
        Instant monday = now.instant().plusSeconds(3600);
        policy.activate(hash, Set.of("*"), monday, WHY, List.of(), "approver");
        keeper.look();
        assertThat(state(hash)).isEqualTo(State.APPROVED);
        assertThat(inForce.require().ruleSet().name()).isEqualTo("test.1");

        now.at(monday);
        keeper.look();
        assertThat(inForce.require().ruleSet().name()).isEqualTo("test.2");
        assertThat(inForce.require().since()).isEqualTo(monday);
        assertRefused(
                Why.INVALID,
                "`from` is past",
                () -> policy.activate(first, Set.of("*"), monday.minusSeconds(1), WHY, List.of(), "approver"));
    }

    @Test
    void whatCannotBeMadeReadyNeverScreensAndTheLastGoodOneStays() throws Exception {
        String hash = submitted("test.2");
        policy.approve(hash, WHY, List.of(), "approver");
        policy.activate(hash, Set.of("*"), null, WHY, List.of(), "approver");
        Keeper unlucky = new Keeper(
                log,
                new ReadySets(
                        archive::files,
                        (set, files) ->
                                Optional.of("it smokes").filter(x -> set.name().equals("test.2"))),
                inForce);

        unlucky.look();

        assertThat(inForce.require().ruleSet().name()).isEqualTo("test.1");
        assertThat(inForce.trouble()).containsEntry("*", hash + ": it smokes");
    }

    @Test
    void aVersionOfWhichATestDoesNotHoldIsNotMadeReady() throws Exception {
        SmallRules wrong = changed("test.3").with(RuleFiles.SCENARIOS + "a.yaml", """
                        - rule: SG-12
                          fires:
                            observations:
                              - {factor: going-missing, answer: "yes", daysAgo: [1, 15, 30]}
                        """);
        archive.keep(wrong.files());
        ReadySets sets = new ReadySets(archive::files, new OwnTests());

        assertThat(sets.of(wrong.files().hash(), now.instant())).isEmpty();
        assertThat(sets.fault(wrong.files().hash()))
                .hasValueSatisfying(fault -> assertThat(fault).contains("SG-12"));
    }

    @Test
    void manyAtOnceNeitherForkTheLogNorApproveTwice() throws Exception {
        String hash = submitted("test.2");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Object>> steps = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String who = "approver-" + i;
                steps.add(() -> {
                    try {
                        return policy.approve(hash, WHY, List.of(), who);
                    } catch (PolicyRefusal late) {
                        return late;
                    }
                });
            }
            List<Object> came = new ArrayList<>();
            for (var future : pool.invokeAll(steps)) {
                came.add(future.get());
            }
            assertThat(came.stream().filter(Version.class::isInstance)).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(new PolicyLog(Trails.in(store.database()), pseudonyms(), now)
                        .read()
                        .events())
                .isEqualTo(policy.ledger().events());
    }
}
