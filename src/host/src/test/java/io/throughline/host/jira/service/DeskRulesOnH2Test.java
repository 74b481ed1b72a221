package io.throughline.host.jira.service;

class DeskRulesOnH2Test extends DeskRules {
    @Override
    protected boolean isOnPostgres() {
        return false;
    }
}
