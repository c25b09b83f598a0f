"""The notice to an institution (监控提示): what it is to answer, as a letter for an agency to complete and send."""
