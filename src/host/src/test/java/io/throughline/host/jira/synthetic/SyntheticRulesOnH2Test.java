package io.throughline.host.jira.synthetic;

class SyntheticRulesOnH2Test extends SyntheticRules {
    @Override
    protected boolean isOnPostgres() {
        return false;
    }
}
