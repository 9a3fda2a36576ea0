package org.waymark.access.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.Waymark;

/** A test against the whole service, with an identity provider. All such tests share one service. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Waymark.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = WithAProvider.Settings.class)
public @interface WithAProvider {

    /** What the service is told of the provider, and where it writes. */
    final class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                TestPropertyValues.of(
                                "waymark.data-dir=" + Files.createTempDirectory("waymark-oidc"),
                                "waymark.oidc.issuer-uri=" + ProviderProcess.ISSUER,
                                "waymark.oidc.client-id=" + IdentityProvider.CLIENT,
                                "waymark.oidc.client-secret=" + IdentityProvider.SECRET,
                                "waymark.oidc.role-claims=roles, realm_access.roles",
                                "waymark.oidc.roles=wm-screener=screener, wm-manager=manager, wm-policy=policy,"
                                        + " wm-approver=approver, wm-auditor=auditor, wm-machine=machine,"
                                        + " wm-operator=operator",
                                "waymark.oidc.areas=sefton=sefton, knowsley=knowsley, halton=halton, all=*",
                                "waymark.access.sharing=sefton<halton")
                        .applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
