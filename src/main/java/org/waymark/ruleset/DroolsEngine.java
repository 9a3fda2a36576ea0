package org.waymark.ruleset;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Refer;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleEngine;
import org.waymark.screening.rule.Stage;

/** Drools, with the rules of one set compiled into it. A new session a screening; the compiled rules are shared. */
final class DroolsEngine implements RuleEngine {

    /** Far more than any rule set could fire for one child: each rule fires at most once for each set of facts. */
    private static final int MOST_FIRINGS = 20_000;

    static {
        // One class a lambda is thousands of classes; lambdas kept inline compile in about two thirds of the time.
        System.setProperty("drools.externaliseCanonicalModelLambda", "false");
    }

    private final Map<String, Rule> rules;
    private final KieContainer container;
    private final ReleaseId release;
    private final KieBase base;

    private DroolsEngine(Map<String, Rule> rules, KieContainer container, ReleaseId release) {
        this.rules = rules;
        this.container = container;
        this.release = release;
        this.base = container.getKieBase();
    }

    /**
     * Compiles checked rules.
     *
     * @throws IllegalStateException where Drools refuses what was printed from the tree, which is a defect of ours
     */
    static DroolsEngine compile(List<Rule> rules) {
        KieServices services = KieServices.get();
        ClassLoader loader = DroolsEngine.class.getClassLoader();
        ReleaseId release = services.newReleaseId("org.waymark", "rules-" + UUID.randomUUID(), "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/org/waymark/generated/rules.drl", RulePrinter.print(rules));
        try {
            KieBuilder builder = services.newKieBuilder(files, loader).buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                throw new IllegalStateException("Drools refuses checked rules: " + errors);
            }
            Map<String, Rule> byId = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
            return new DroolsEngine(byId, services.newKieContainer(release, loader), release);
        } catch (LinkageError brokenProgram) {
            throw new IllegalStateException("Drools cannot load checked rules", brokenProgram);
        }
    }

    @Override
    public Round open() {
        return new Session(base.newKieSession());
    }

    /** Lets go of the compiled rules. Screenings under way finish on them. */
    @Override
    public void close() {
        container.dispose();
        KieServices.get().getRepository().removeKieModule(release);
    }

    private final class Session implements Round {

        private final KieSession session;
        private final Refer refer = new Refer(rules);

        Session(KieSession session) {
            this.session = session;
            session.setGlobal("refer", refer);
        }

        @Override
        public void tell(Collection<? extends Fact> facts) {
            facts.forEach(session::insert);
        }

        @Override
        public List<Firing> fire(Stage stage) {
            session.getAgenda().getAgendaGroup(RulePrinter.group(stage)).setFocus();
            if (session.fireAllRules(MOST_FIRINGS) == MOST_FIRINGS) {
                throw new IllegalStateException("more than " + MOST_FIRINGS + " rules fired in one stage");
            }
            return refer.take();
        }

        @Override
        public void close() {
            session.dispose();
        }
    }
}
