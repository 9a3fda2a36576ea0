package org.waymark.pages.rules;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.access.Caller;
import org.waymark.pages.FieldFault;
import org.waymark.pages.NoSuchThing;
import org.waymark.pages.rules.RuleText.Figure;
import org.waymark.policy.Policy;
import org.waymark.policy.PolicyRefusal;
import org.waymark.policy.Version;
import org.waymark.ruleset.RuleFault;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.screening.rule.Rule;

/** Where a figure of a rule is changed by somebody who has never seen a rule file. */
@Controller
@RequestMapping("/rules/{hash}/figures")
class FigurePages {

    private static final String FIGURE = "figure-";
    private static final String NUMBER = "\\d{1,5}(\\.\\d{1,2})?";
    private static final String WHOLE = "\\d{1,5}";
    private static final String PLAIN = "[^\"\\\\\\p{Cntrl}]{1,300}";

    private final RulesDesk desk;
    private final Policy policy;
    private final Words words;

    FigurePages(RulesDesk desk, Policy policy, Words words) {
        this.desk = desk;
        this.policy = policy;
        this.words = words;
    }

    /** A figure as a field of the form. */
    record FieldView(String id, String label, String value, String before) {}

    /** One line of a version with what can be changed in it. */
    private record Line(String hash, RulesDesk.Reading reading, Rule rule, RuleText text) {

        String tests() {
            return LineTests.of(reading.files(), rule.id())
                    .map(LineTests::block)
                    .orElse("");
        }
    }

    @GetMapping
    String show(@PathVariable String hash, @RequestParam(defaultValue = "") String rule, Model model) {
        Version version = desk.version(hash);
        model.addAttribute("version", version);
        RulesDesk.Reading reading = desk.read(hash);
        Optional<Rule> found = rule(reading, rule);
        if (found.isEmpty()) {
            return "redirect:/rules/" + hash + "/book";
        }
        Optional<RuleText> text = RuleText.of(reading.files(), found.get());
        if (text.isEmpty() || text.get().figures().isEmpty()) {
            model.addAttribute("rule", found.get());
            model.addAttribute("workbook", text.isEmpty());
            return "rules/no-figure";
        }
        Line line = new Line(hash, reading, found.get(), text.get());
        return filled(line, Typed.NOTHING, figures(line, Typed.NOTHING), List.of(), null, model);
    }

    private static Optional<Rule> rule(RulesDesk.Reading reading, String id) {
        return reading.rules().rules().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    @PostMapping
    String change(
            @PathVariable String hash,
            @RequestParam MultiValueMap<String, String> form,
            Principal user,
            HttpServletResponse response,
            Model model) {
        Typed typed = new Typed("change", form);
        RulesDesk.Reading reading = desk.read(hash);
        Rule rule = rule(reading, typed.one("rule")).orElseThrow(NoSuchThing::new);
        RuleText text = RuleText.of(reading.files(), rule).orElseThrow(NoSuchThing::new);
        Line line = new Line(hash, reading, rule, text);
        model.addAttribute("version", desk.version(hash));
        Map<Integer, String> values = figures(line, typed);
        List<FieldFault> faults = faults(line, values, typed);
        if (!faults.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return filled(line, typed, values, faults, null, model);
        }
        return typed.one("do").equals("make")
                ? made(line, typed, values, Caller.of(user).actor(), response, model)
                : filled(line, typed, values, List.of(), proposal(line, typed, values), model);
    }

    private String made(
            Line line,
            Typed typed,
            Map<Integer, String> values,
            String actor,
            HttpServletResponse response,
            Model model) {
        List<FieldFault> faults = new ArrayList<>();
        Proposal proposal = proposal(line, typed, values);
        proposal.wrong().forEach(wrong -> faults.add(new FieldFault("tests", wrong)));
        if (Words.isTooShort(typed.one("reason"))) {
            faults.add(words.fault("reason", "policy.fault.reason", Words.SHORTEST_REASON));
        }
        if (faults.isEmpty()) {
            try {
                Version made =
                        policy.draft(amendment(line, typed, values).made(), typed.one("reason"), line.hash(), actor);
                return "redirect:/rules/" + made.hash() + "?done=draft";
            } catch (PolicyRefusal refused) {
                faults.add(new FieldFault("name", String.valueOf(refused.getMessage())));
            } catch (RuleSetRejected rejected) {
                rejected.faults().stream()
                        .map(RuleFault::toString)
                        .forEach(fault -> faults.add(new FieldFault("", fault)));
            }
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return filled(line, typed, values, faults, proposal, model);
    }

    private Map<Integer, String> figures(Line line, Typed typed) {
        Map<Integer, String> values = new TreeMap<>();
        List<Figure> figures = line.text().figures();
        for (int i = 0; i < figures.size(); i++) {
            String said = typed.one(FIGURE + i);
            values.put(i, typed.is("change") ? said : figures.get(i).value());
        }
        return values;
    }

    private List<FieldFault> faults(Line line, Map<Integer, String> values, Typed typed) {
        List<FieldFault> faults = new ArrayList<>();
        List<Figure> figures = line.text().figures();
        values.forEach((at, value) -> {
            boolean measure = figures.get(at).field().equals("value");
            if (!value.matches(measure ? NUMBER : WHOLE)) {
                faults.add(words.fault(FIGURE + at, "policy.fault.number", label(line, figures.get(at))));
            }
        });
        for (String field : List.of("title", "statement", "name")) {
            String said = typed.one(field);
            if (!said.isEmpty() && !said.matches(PLAIN)) {
                faults.add(words.fault(field, "policy.fault.plain"));
            }
        }
        boolean same = values.entrySet().stream()
                .allMatch(one -> figures.get(one.getKey()).value().equals(one.getValue()));
        if (same) {
            faults.add(words.fault(FIGURE + 0, "policy.fault.same"));
        }
        return faults;
    }

    private Proposal proposal(Line line, Typed typed, Map<Integer, String> values) {
        return Proposal.of(amendment(line, typed, values).made(), line.rule().id());
    }

    private Amendment amendment(Line line, Typed typed, Map<Integer, String> values) {
        return new Amendment(
                line.reading().files(),
                line.rule(),
                line.text(),
                values,
                words(line, typed, values, "title", line.rule().title()),
                words(line, typed, values, "statement", line.rule().statement()),
                tests(line, typed, values),
                name(typed, line),
                typed.one("reason"));
    }

    /**
     * What somebody typed, where it is other than what was suggested to them; else what is to be suggested now. So that
     * a figure can be changed again and the words go with it, and words of their own are never lost.
     */
    private String words(Line line, Typed typed, Map<Integer, String> values, String field, String now) {
        String said = typed.one(field);
        String suggested = Amendment.suggested(now, line.text().figures(), shown(line, typed));
        return said.isEmpty() || said.equals(suggested)
                ? Amendment.suggested(now, line.text().figures(), values)
                : said;
    }

    private String tests(Line line, Typed typed, Map<Integer, String> values) {
        List<Figure> figures = line.text().figures();
        String said =
                String.join("\n", typed.all("tests")).replace("\r\n", "\n").stripTrailing();
        String suggested = Amendment.suggestedTests(line.tests(), figures, shown(line, typed));
        return said.isBlank() || said.equals(suggested.stripTrailing())
                ? Amendment.suggestedTests(line.tests(), figures, values)
                : said + "\n";
    }

    /** The figures for which the words that came with the form were suggested. */
    private static Map<Integer, String> shown(Line line, Typed typed) {
        Map<Integer, String> shown = new TreeMap<>();
        for (int i = 0; i < line.text().figures().size(); i++) {
            String said = typed.one("shown-" + i);
            shown.put(
                    i,
                    said.matches(NUMBER) ? said : line.text().figures().get(i).value());
        }
        return shown;
    }

    private String name(Typed typed, Line line) {
        List<String> taken =
                policy.ledger().versions().stream().map(Version::name).toList();
        String said = typed.one("name");
        return said.isEmpty()
                ? VersionName.after(line.reading().rules().manifest().name(), taken)
                : said;
    }

    private String label(Line line, Figure figure) {
        String of = line.reading()
                .rules()
                .catalogue()
                .factor(figure.of())
                .map(factor -> factor.label())
                .orElse(line.reading().rules().notes().groups().getOrDefault(figure.of(), figure.of()));
        return words.of("policy.figure." + figure.field() + "." + comparison(figure.comparison()), of)
                .strip();
    }

    private static String comparison(String symbol) {
        return switch (symbol) {
            case ">=" -> "least";
            case "<=" -> "most";
            case "<" -> "under";
            case ">" -> "over";
            default -> "is";
        };
    }

    private String filled(
            Line line,
            Typed typed,
            Map<Integer, String> values,
            List<FieldFault> faults,
            @org.jspecify.annotations.Nullable Proposal proposal,
            Model model) {
        List<FieldView> fields = new ArrayList<>();
        values.forEach((at, value) -> {
            Figure figure = line.text().figures().get(at);
            fields.add(new FieldView(FIGURE + at, label(line, figure), value, figure.value()));
        });
        boolean sound = values.values().stream().allMatch(value -> value.matches(NUMBER));
        Amendment suggested =
                sound ? amendment(line, typed, values) : amendment(line, typed, figures(line, Typed.NOTHING));
        model.addAttribute("rule", line.rule());
        model.addAttribute("sentence", line.reading().book().line(line.rule().id()));
        model.addAttribute("fields", fields);
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("proposal", proposal);
        model.addAttribute("suggested", suggested);
        model.addAttribute("where", RuleFault.where(line.rule().place()));
        return "rules/figures";
    }
}
