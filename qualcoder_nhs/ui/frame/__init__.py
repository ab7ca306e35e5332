"""The window itself: its menus, the study that is open in it, and what is around the desks."""
