package io.throughline.host.jira.synthetic;

import org.junit.jupiter.api.Tag;

@Tag("slow")
class SyntheticRulesOnH2Test extends SyntheticRules {
    @Override
    protected boolean isOnPostgres() {
        return false;
    }
}
