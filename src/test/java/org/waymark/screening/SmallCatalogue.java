package org.waymark.screening;

import java.util.LinkedHashMap;
import java.util.Map;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.CatalogueReader;
import org.waymark.assessment.InvalidCatalogue;

/** A catalogue of a few factors, one of every kind that a screening treats in a way of its own. */
public final class SmallCatalogue {

    private static final String HEADER = "factor,label,kind,unit,question,definition,domain,carries,protective_answer,"
            + "sensitive,offence,cin_census_code,assetplus_field,source\n";

    /** Factor, label, kind, unit, domain, what carries, protective answer, whether an offence. */
    private static final String[] FACTORS = {
        "going-missing|missing episodes|event||missing|dated|yes|",
        "threat-to-life|a threat to their life|event||harm|dated|yes|",
        "missing-now|missing now|state||missing|now|yes|",
        "physical-abuse-adult|hurt by an adult|event||harm|dated|yes|",
        "debt-bondage|a debt they are made to work off|state||exploitation|until-changed|yes|",
        "gang-association|association with a gang|state||relationships|until-changed|yes|",
        "unexplained-money|money that nobody can explain|state||money-and-goods|until-changed|yes|",
        "suspension|suspension from school|event||schooling|dated|yes|",
        "housing-need|a housing need|state||housing|until-changed|yes|",
        "sofa-surfing|no settled place this week|state||housing|now|yes|",
        "longest-missing-episode|the longest missing episode|measure|hours|missing|dated|yes|",
        "robbery|a robbery|event||offending|dated|yes|yes",
        "found-with-weapon|found with a weapon|event||offending|dated|yes|yes",
        "youth-disposal|an out-of-court disposal|event||offending|dated|no|",
        "proposed-gang-injunction|a gang injunction is proposed|state||proposal|now|yes|",
        "trusted-adult|an adult they trust|state||protective|until-changed|no|",
        "early-help-consent|agreement to early help|state||status|now|no|",
        "age-disputed|age is disputed|state||status|until-changed|yes|",
        "mace-open|open to the MACE panel|state||status|until-changed|no|",
    };

    private static final String GROUPS = """
            group,factor
            immediate-harm,threat-to-life
            immediate-harm,missing-now
            exploitation,debt-bondage
            exploitation,gang-association
            exploitation,unexplained-money
            exploitation,going-missing
            exploitation-strong,debt-bondage
            abuse,physical-abuse-adult
            core,going-missing
            core,gang-association
            core,threat-to-life
            police-facts,found-with-weapon
            police-facts,robbery
            """;

    private static final String AREAS = """
            area,name,attribute
            sefton,Sefton,
            liverpool,Liverpool,gang-exit
            """;

    private SmallCatalogue() {}

    public static Catalogue catalogue() {
        Map<String, String> files = files();
        try {
            return CatalogueReader.read(files.get("factors.csv"), files.get("groups.csv"), files.get("areas.csv"));
        } catch (InvalidCatalogue invalid) {
            throw new AssertionError(invalid.faults().toString(), invalid);
        }
    }

    /** The catalogue as the files of a rule set. */
    public static Map<String, String> files() {
        StringBuilder factors = new StringBuilder(HEADER);
        for (String factor : FACTORS) {
            String[] has = factor.split("\\|", -1);
            factors.append("%s,%s,%s,%s,Is there %s?,There is %s,%s,%s,%s,,%s,,,policy choice%n"
                    .formatted(has[0], has[1], has[2], has[3], has[1], has[1], has[4], has[5], has[6], has[7]));
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put("factors.csv", factors.toString().replace("\r\n", "\n"));
        files.put("groups.csv", GROUPS);
        files.put("areas.csv", AREAS);
        return files;
    }
}
