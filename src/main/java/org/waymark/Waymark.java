package org.waymark;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Screening and referral pathways for Multi-Agency Safeguarding Hubs. */
@SpringBootApplication
public class Waymark {

    public static void main(String[] arguments) {
        org.springframework.boot.SpringApplication.run(Waymark.class, arguments);
    }
}
