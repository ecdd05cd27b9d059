"""A worksheet for a class: questions on one page, answers on another."""
