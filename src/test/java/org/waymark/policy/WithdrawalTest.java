package org.waymark.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.policy.PolicyEvent.Withdrawn;
import org.waymark.policy.PolicyRefusal.Why;
import org.waymark.trail.Trails;

/** What is to come into force may be taken back before its moment, and never after. */
class WithdrawalTest extends PolicyOnAStore {

    private static final Set<String> ALL = Set.of();

    private String hash;
    private Instant monday;

    @BeforeEach
    void scheduleForMonday() throws Exception {
        hash = submitted("test.2");
        policy.approve(hash, WHY, List.of(), "approver");
        monday = now.instant().plusSeconds(3600);
        policy.activate(hash, Set.of("*", "sefton"), monday, WHY, List.of(), "approver");
    }

    private void withdraw(Set<String> areas) throws PolicyRefusal {
        policy.withdraw(hash, areas, WHY, "approver");
    }

    private void monday() {
        now.at(monday);
        keeper.look();
    }

    @Test
    void whatIsWithdrawnDoesNotComeIntoForceAndTheLogSaysSo() throws Exception {
        assertThat(policy.ledger().ahead(hash, now.instant())).hasSize(1);
        withdraw(ALL);

        assertThat(policy.ledger().ahead(now.instant())).isEmpty();
        monday();
        assertThat(inForce.require().ruleSet().hash()).isEqualTo(first);
        assertThat(state(hash)).isEqualTo(State.APPROVED);
        Logged last = policy.ledger().events().get((int) policy.ledger().last() - 1);
        assertThat(last.by()).isEqualTo("approver");
        assertThat(last.event()).isEqualTo(new Withdrawn(hash, Set.of("*", "sefton"), WHY));
        assertThat(new PolicyLog(Trails.in(store.database()), pseudonyms(), now)
                        .read()
                        .events())
                .isEqualTo(policy.ledger().events());
    }

    @Test
    void oneAreaMayBeWithdrawnAndTheOthersCome() throws Exception {
        withdraw(Set.of("*"));
        assertThat(policy.ledger().ahead(hash, now.instant()).get(0).areas()).containsExactly("sefton");

        monday();
        assertThat(inForce.require("sefton").ruleSet().hash()).isEqualTo(hash);
        assertThat(inForce.require("liverpool").ruleSet().hash()).isEqualTo(first);
    }

    @Test
    void itMayBeScheduledAgain() throws Exception {
        withdraw(ALL);
        policy.activate(hash, Set.of("*"), monday, WHY, List.of(), "approver");

        monday();
        assertThat(inForce.require().ruleSet().hash()).isEqualTo(hash);
    }

    @Test
    void whereNothingIsAheadNothingIsWithdrawn() throws Exception {
        withdraw(ALL);
        long before = policy.ledger().last();

        assertRefused(Why.NOT_NOW, "nothing is ahead of this version", () -> {
            withdraw(ALL);
            return null;
        });
        assertThat(policy.ledger().last()).isEqualTo(before);
    }

    @Test
    void whatIsInForceIsTakenBackByAnEarlierVersionAndNotByAWithdrawal() {
        monday();

        assertRefused(Why.NOT_NOW, "came into force at " + monday + "; to take it back put an earlier", () -> {
            withdraw(ALL);
            return null;
        });
        assertThat(inForce.require().ruleSet().hash()).isEqualTo(hash);
    }

    /** However such an event came into the log: decisions were made by that version. */
    @Test
    void aWithdrawalThatIsLoggedTooLateTakesNothingFromWhatWasInForce() {
        monday();
        log.append("approver", ledger -> Optional.of(new Withdrawn(hash, Set.of("*", "sefton"), WHY)));

        keeper.look();
        assertThat(inForce.require().ruleSet().hash()).isEqualTo(hash);
        assertThat(policy.ledger().cameIntoForce(hash, now.instant())).hasValue(monday);
    }

    @Test
    void itMustBeSoonEnoughForEveryNodeToHearOfIt() {
        now.at(monday.minusSeconds(9));

        assertRefused(Why.NOT_NOW, "too near for every node", () -> {
            withdraw(ALL);
            return null;
        });
    }

    @Test
    void anAreaThatIsNotAheadAndAReasonThatIsNoneAreRefused() {
        assertRefused(Why.INVALID, "for `seffton`; ahead it is for `*`, `sefton`", () -> {
            withdraw(Set.of("seffton"));
            return null;
        });
        assertRefused(Why.INVALID, "`reason` says why", () -> policy.withdraw(hash, ALL, "Later.", "approver"));
        assertRefused(Why.UNKNOWN, "no version", () -> policy.withdraw("sha256:none", ALL, WHY, "approver"));
    }
}
