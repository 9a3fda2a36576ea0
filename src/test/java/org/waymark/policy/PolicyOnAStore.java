package org.waymark.policy;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.casework.SetClock;
import org.waymark.policy.PolicyRefusal.Why;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.SmallRules;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;

/** Versions of the rules on the embedded store, with a clock that a test sets and analyses that it makes up. */
abstract class PolicyOnAStore {

    static final String WHY = "Agreed by the policy board on 3 March, minute 7.";
    static final RuleFiles FIRST = SmallRules.of(SmallRules.GOOD).files();

    @TempDir
    Path folder;

    final SetClock now = new SetClock(Instant.parse("2026-03-09T09:00:00Z"));
    final Map<String, Impact.Finding> findings = new HashMap<>();
    final List<String> checkFaults = new ArrayList<>();
    final RuleSetInForce inForce = new RuleSetInForce();
    Store store;
    Policy policy;
    PolicyLog log;
    RuleSetArchive archive;
    Keeper keeper;
    String first;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
        Trail trail = Trails.in(store.database());
        Pseudonyms pseudonyms = Pseudonyms.open(folder.resolve("keys/pseudonym.key"), store.database());
        log = new PolicyLog(trail, pseudonyms, now);
        archive = new RuleSetArchive(store.database());
        policy = new Policy(log, archive, id -> Optional.ofNullable(findings.get(id)), files -> checkFaults);
        keeper = new Keeper(log, new ReadySets(archive::files, new OwnTests()), inForce);
        first = FIRST.hash();
        archive.keep(FIRST);
        log.append("system", ledger -> Optional.of(new PolicyEvent.Drafted(first, "test.1", "The first.", null)));
        log.append(
                "system",
                ledger -> Optional.of(
                        new PolicyEvent.Activated(first, Set.of("*"), now.instant(), "The first.", List.of())));
        keeper.look();
    }

    @AfterEach
    void close() {
        store.close();
    }

    static SmallRules changed(String name) {
        return SmallRules.of(SmallRules.GOOD.replace("withinDays == 30", "withinDays == 20"))
                .with("manifest.yaml", SmallRules.manifest(name));
    }

    String draft(String name) throws Exception {
        return policy.draft(changed(name).files(), "Twenty days are enough.", first, "policy")
                .hash();
    }

    String submitted(String name, String... downgraded) throws Exception {
        String hash = draft(name);
        finding(hash, List.of(), downgraded);
        policy.submit(hash, "A-" + hash, null, "policy");
        return hash;
    }

    void finding(String hash, List<String> overCeiling, String... downgraded) {
        List<Impact.Downgrade> cases =
                List.of(downgraded).stream().map(Impact.Downgrade::new).toList();
        findings.put("A-" + hash, new Impact.Finding(hash, first, cases, overCeiling));
    }

    State state(String hash) {
        Ledger ledger = policy.ledger();
        return ledger.state(ledger.version(hash).orElseThrow(), now.instant());
    }

    static void assertRefused(Why why, String words, Callable<?> step) {
        assertThatExceptionOfType(PolicyRefusal.class)
                .isThrownBy(step::call)
                .withMessageContaining(words)
                .extracting(PolicyRefusal::why)
                .isEqualTo(why);
    }

    Pseudonyms pseudonyms() {
        return Pseudonyms.open(folder.resolve("keys/pseudonym.key"), store.database());
    }
}
