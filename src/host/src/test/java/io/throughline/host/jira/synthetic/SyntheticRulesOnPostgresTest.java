package io.throughline.host.jira.synthetic;

class SyntheticRulesOnPostgresTest extends SyntheticRules {
    @Override
    protected boolean isOnPostgres() {
        return true;
    }
}
