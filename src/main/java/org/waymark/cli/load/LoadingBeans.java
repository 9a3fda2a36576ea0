package org.waymark.cli.load;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.waymark.access.SharingConfiguration;

/**
 * What of the service records: the store, the trail with its seals, the rules in force, the one road to a decision. No
 * server, no users, no stream. It has no stereotype, so that the service does not find it.
 */
@ComponentScan({
    "org.waymark.store",
    "org.waymark.trail",
    "org.waymark.ruleset",
    "org.waymark.casework",
    "org.waymark.policy"
})
@Import(SharingConfiguration.class)
@ImportAutoConfiguration(ProjectInfoAutoConfiguration.class)
class LoadingBeans {}
