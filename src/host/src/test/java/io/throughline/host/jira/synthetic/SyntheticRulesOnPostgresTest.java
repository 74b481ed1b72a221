package io.throughline.host.jira.synthetic;

import org.junit.jupiter.api.Tag;

@Tag("slow")
class SyntheticRulesOnPostgresTest extends SyntheticRules {
    @Override
    protected boolean isOnPostgres() {
        return true;
    }
}
