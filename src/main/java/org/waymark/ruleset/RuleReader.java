package org.waymark.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.assessment.Catalogue;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.Rule;

/** Makes a rule of what its text says, or says what is wrong with it. */
final class RuleReader {

    private static final Pattern NAME = Pattern.compile("([A-Z]{2}-[0-9]{2,3}[a-z]?) (\\S.{2,198}\\S)");

    private final Catalogue catalogue;
    private final Manifest manifest;
    private final Faults faults;

    RuleReader(Catalogue catalogue, Manifest manifest, Faults faults) {
        this.catalogue = catalogue;
        this.manifest = manifest;
        this.faults = faults;
    }

    Optional<Rule> read(RawRule raw) {
        int before = faults.count();
        Matcher name = NAME.matcher(raw.name().text());
        if (!name.matches()) {
            faults.add(
                    raw.name().place(),
                    "the name " + raw.name().shown() + " is not an id and a title",
                    "write it as \"SG-12 Missing three times in 30 days\"");
        }
        String source = annotation(raw, "Source");
        String statement = annotation(raw, "Statement");
        refuseOtherAnnotations(raw);
        FactReader facts = new FactReader(catalogue, manifest, faults);
        List<Condition> conditions = new ArrayList<>();
        raw.patterns().forEach(pattern -> facts.read(pattern).ifPresent(conditions::add));
        Conclusions conclusions = new ConclusionReader(manifest, faults).read(raw.calls());
        if (faults.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                name.group(1),
                name.group(2),
                statement,
                source,
                conditions,
                conclusions,
                Stages.of(conditions, conclusions),
                raw.name().place()));
    }

    private String annotation(RawRule raw, String name) {
        List<RawRule.Annotation> found = raw.annotations().stream()
                .filter(annotation -> annotation.name().is(name))
                .toList();
        if (found.isEmpty()) {
            faults.add(raw.name().place(), "the rule " + raw.name().shown() + " has no `@" + name + "`", "add one");
            return "";
        }
        if (found.size() > 1) {
            faults.add(found.get(1).name().place(), "`@" + name + "` stands twice", "keep one");
        }
        Token value = found.get(0).value();
        if (value.text().isBlank() || value.text().length() > 500) {
            faults.add(value.place(), "`@" + name + "` is empty or longer than 500 characters", "");
        }
        return value.text();
    }

    private void refuseOtherAnnotations(RawRule raw) {
        raw.annotations().stream()
                .map(RawRule.Annotation::name)
                .filter(name -> !name.is("Source") && !name.is("Statement"))
                .forEach(name -> faults.add(
                        name.place(),
                        "unknown annotation `@" + name.text() + "`",
                        "allowed are `@Source` and `@Statement`"));
    }
}
