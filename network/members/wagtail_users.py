from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's screens for users and groups give way to ours: nobody chooses another's password, roles have a history."""

    user_viewset = "network.members.desk.people.PeopleViewSet"
    group_viewset = "network.members.desk.people.NoGroupsViewSet"
